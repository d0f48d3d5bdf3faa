import path from "node:path";
import { parseArgs } from "node:util";
import { createConsoleLogger } from "../src/adapters/console-logger.ts";
import { systemClock } from "../src/adapters/system-clock.ts";
import { loadConfig } from "../src/config.ts";
import { AppError, explain } from "../src/errors.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { createProgress } from "../src/terminal/progress.ts";
import { wholeNumber } from "../src/terminal/whole-number.ts";
import { openJudge, openModels, openState } from "../src/wiring.ts";
import { CLASSES } from "../tools/evaluation/claims/classes.ts";
import { formatClaims, formatExamples } from "../tools/evaluation/claims/format-claims.ts";
import { readByJudge } from "../tools/evaluation/claims/judged-pairs.ts";
import { type JudgedPair, judgePair, readPairs } from "../tools/evaluation/claims/pairs.ts";
import { formatPairs, formatYield, reportPairs } from "../tools/evaluation/claims/pairs-report.ts";
import { evaluateClaims } from "./claims-run.ts";

const HELP = `Makes true claims and lies from the articles, and counts which of them the check of claims lets through.

  npm run eval:claims -- [options]

  --articles DIR  other articles than the sample ones
  --limit N       most claims of a class (default 1000)
  --claims FILE   claims written by hand (default corpus/claims.jsonl, with the sample articles)
  --pairs FILE    claims with their sentences and whether these bear them out, a JSON object a line:
                  {"id","lang","claim","sentences":[…],"true":bool,"question"?,"label"?,"group"?}; nothing else is run
  --yield         with --pairs: what each rule catches, and which true claims it alone turns away
  --judge         with --pairs: the judge that is set reads the claims that match; it must have passed npm run judge-exam
  --show CLASS    ten claims of that class with the wrong outcome, to be read
  --json          one JSON object on standard output, the table on standard error

Exits with 1 when a limit is broken.
`;
const CORPUS = path.join(import.meta.dirname, "..", "corpus");
const EXAMPLES = 10;
const PROGRESS_EVERY = 50;

try {
  const { values } = parseArgs({
    options: {
      articles: { type: "string" },
      limit: { type: "string", default: "1000" },
      claims: { type: "string" },
      show: { type: "string" },
      pairs: { type: "string" },
      yield: { type: "boolean", default: false },
      judge: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else if (values.pairs !== undefined) await runPairs(values.pairs, values);
  else await run(values);
} catch (error) {
  console.error(explain(error).replace(/^Unexpected failure: (?=(?:Unknown|Unexpected) |Option )/, ""));
  process.exitCode = 1;
}

async function runPairs(
  file: string,
  { json, yield: withYield, judge: withJudge }: Readonly<{ json: boolean; yield: boolean; judge: boolean }>,
) {
  const { encoder } = await openModels(loadConfig({}));
  const pairs = await readPairs(file);
  const progress = createProgress("claims", process.stderr);
  const judged = pairs.map((pair, index) => {
    if (index % PROGRESS_EVERY === 0) progress.update(index, pairs.length, "");
    return judgePair(pair, encoder);
  });
  progress.finish();
  const read = withJudge ? await readBySetJudge(judged) : judged;
  const report = reportPairs(path.basename(file).replace(/\.jsonl$/, ""), read);
  const out = json ? process.stderr : process.stdout;
  out.write(formatPairs(report));
  if (withYield) out.write(`\n${formatYield(judged)}\n`);
  if (json) console.log(JSON.stringify(report));
}

/** @throws AppError usage where no judge is set, or it did not pass its exam */
async function readBySetJudge(rows: readonly JudgedPair[]): Promise<JudgedPair[]> {
  const config = loadConfig(readEnvironment());
  const state = openState(config);
  const progress = createProgress("claims", process.stderr);
  try {
    const judge = openJudge(config, state, createConsoleLogger(process.stderr, systemClock.now))?.inOffice;
    if (judge === undefined)
      throw new AppError("usage", "No judge that passed its exam is set. Set a chat model and run npm run judge-exam.");
    return await readByJudge(rows, judge, (done, total) => progress.update(done, total, judge.name));
  } finally {
    progress.finish();
    state.close();
  }
}

async function run(
  values: Readonly<{ articles?: string; limit: string; claims?: string; show?: string; json: boolean }>,
) {
  const limit = wholeNumber("--limit", values.limit, 1);
  if (values.show !== undefined && !CLASSES.some(({ name }) => name === values.show))
    throw new AppError(
      "usage",
      `There is no class "${values.show}". There are: ${CLASSES.map(({ name }) => name).join(" · ")}.`,
    );
  const { generated, handWritten } = await evaluateClaims({
    name: path.basename(values.articles ?? "corpus"),
    articlesDir: values.articles ?? path.join(CORPUS, "articles"),
    limit,
    examples: values.show === undefined ? 0 : EXAMPLES,
    only: values.show,
    claimsFile: values.claims ?? (values.articles === undefined ? path.join(CORPUS, "claims.jsonl") : null),
  });
  const out = values.json ? process.stderr : process.stdout;
  out.write(formatClaims(generated));
  if (handWritten !== null) out.write(`\n${formatClaims(handWritten)}`);
  if (values.show !== undefined) out.write(`\n${generated.rows.map(formatExamples).join("\n")}`);
  if (values.json) console.log(JSON.stringify({ generated, handWritten }));
  const rows = [...generated.rows, ...(handWritten?.rows ?? [])];
  if (rows.some(({ verdict }) => verdict === "FAIL")) process.exitCode = 1;
}
