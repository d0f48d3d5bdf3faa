import { parseArgs } from "node:util";
import { loadConfig } from "../src/config.ts";
import { explain } from "../src/errors.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { chosen, feedbackTable } from "../src/terminal/feedback.ts";
import { openState } from "../src/wiring.ts";
import { addQuestions, asLines } from "../tools/evaluation/feedback-file.ts";
import { questionLineOf } from "../tools/evaluation/from-feedback.ts";

const HELP = `Lists how people voted on answers, latest first, without who they are, and turns votes into evaluation questions.

  npm run feedback                                          all votes
  npm run --silent feedback -- --json                       with what was answered and cited
  npm run --silent feedback -- --id 12                      vote 12 as a line of questions.jsonl
  npm run feedback -- --id 12,15 --out my-set/questions.jsonl
                                                            adds them to a set; ids that it has stay as they are
  npm run eval -- --set my-set --articles DIR               measures it; fill in the gold of 👎 first
`;

try {
  const { values } = parseArgs({
    options: { id: { type: "string" }, out: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean" } },
  });
  process.stdout.write(values.help ? HELP : feedback(values));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function feedback({ id, out, json }: { readonly id?: string; readonly out?: string; readonly json?: boolean }): string {
  const state = openState(loadConfig(readEnvironment()));
  const votes = state.votes(Number.MAX_SAFE_INTEGER);
  state.close();
  if (id === undefined) return json === true ? `${JSON.stringify(votes)}\n` : feedbackTable(votes);
  const questions = chosen(votes, id).map(questionLineOf);
  if (out === undefined) return asLines(questions);
  return `${addQuestions(out, questions)} of ${questions.length} added to ${out}.\n`;
}
