import { parseArgs } from "node:util";
import { loadConfig } from "../src/config.ts";
import { explain } from "../src/errors.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { wholeNumber } from "../src/terminal/whole-number.ts";
import { oneLine } from "../src/text/shorten.ts";
import { openState } from "../src/wiring.ts";

const HELP = `Lists the questions that the articles did not answer, latest first, without who asked: what to collect next.

  npm run gaps                   the latest 50
  npm run gaps -- --limit 500
  npm run --silent gaps -- --json

  --limit N  most questions (default 50)
  --json     as one JSON array
  --help     this text
`;

try {
  const { values } = parseArgs({
    options: { limit: { type: "string", default: "50" }, json: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) process.stdout.write(HELP);
  else show(wholeNumber("--limit", values.limit, 1), values.json === true ? "json" : "table");
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function show(limit: number, form: "json" | "table"): void {
  const state = openState(loadConfig(readEnvironment()));
  const gaps = state.gaps(limit);
  state.close();
  if (form === "json") process.stdout.write(`${JSON.stringify(gaps)}\n`);
  else if (gaps.length === 0) process.stdout.write("No question has gone unanswered so far.\n");
  else {
    const lines = gaps.map(
      ({ times, lastAt, reason, question }) =>
        `${String(times).padStart(5)}  ${lastAt.slice(0, 10)}  ${reason.padEnd(15)}  ${oneLine(question)}`,
    );
    process.stdout.write(`${["times  last        reason           question", ...lines].join("\n")}\n`);
  }
}
