import { parseArgs } from "node:util";
import { createConsoleLogger } from "../src/adapters/console-logger.ts";
import { systemClock } from "../src/adapters/system-clock.ts";
import { examPaper } from "../src/answering/exam/pairs.ts";
import { loadConfig } from "../src/config.ts";
import type { ExamResult } from "../src/domain.ts";
import { AppError, explain } from "../src/errors.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { examLine } from "../src/terminal/judge-lines.ts";
import { createProgress } from "../src/terminal/progress.ts";
import { alignedTable } from "../src/text/aligned-table.ts";
import { openJudge, openState } from "../src/wiring.ts";

const HELP = `Lets the judge that is set sit its exam: claims of our own, true ones in other words and lies, each with its sentence. The result is kept.

  npm run judge-exam
  npm run --silent judge-exam -- --json

  --json   one JSON object on standard output
  --help   this text

Exits with 1 when the judge cannot be asked, with 2 when it does not pass.
`;
const LANGS = ["zh", "en", "across"] as const;

try {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help) process.stdout.write(HELP);
  else await run(values.json === true ? "json" : "table");
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

async function run(form: "json" | "table"): Promise<void> {
  const config = loadConfig(readEnvironment());
  const state = openState(config);
  try {
    const judge = openJudge(config, state, createConsoleLogger(process.stderr, systemClock.now));
    if (judge === null)
      throw new AppError(
        "usage",
        "No judge is set: it needs a chat model (OPENAI_API_KEY or OPENAI_BASE_URL), and JUDGE must not be off.",
      );
    const progress = createProgress("claims", process.stderr);
    const sitting = await judge.sit({ onProgress: (done, total) => progress.update(done, total, judge.name) });
    progress.finish();
    if (sitting.kind === "broken")
      throw new AppError("usage", `${judge.name} could not be asked (${sitting.ending}); nothing was kept.`);
    const { result, usage } = sitting;
    process.stdout.write(
      form === "json" ? `${JSON.stringify({ judge: judge.name, ...result, usage })}\n` : tableOf(judge.name, result),
    );
    if (!result.passed) process.exitCode = 2;
  } finally {
    state.close();
  }
}

/** Right of asked, by what a lie changes and by language. */
function tableOf(name: string, { rows, balancedAccuracy, ...result }: ExamResult): string {
  const kinds = [
    "true",
    ...new Set(
      rows
        .map(({ kind }) => kind)
        .filter((kind) => kind !== "true")
        .sort(),
    ),
  ];
  const cell = (kind: string, lang: string) => {
    const row = rows.find((one) => one.kind === kind && one.lang === lang);
    return row === undefined ? "–" : `${row.right}/${row.asked}`;
  };
  const sums = (kind: string) => {
    const some = rows.filter((row) => row.kind === kind);
    return `${some.reduce((sum, { right }) => sum + right, 0)}/${some.reduce((sum, { asked }) => sum + asked, 0)}`;
  };
  const table = [
    ["claims", ...LANGS, "all"],
    ...kinds.map((kind) => [kind, ...LANGS.map((lang) => cell(kind, lang)), sums(kind)]),
  ];
  const head = `${name} · ${examPaper().pairs.length} claims`;
  return `${head}\n\n${alignedTable(table)}\n\nbalanced accuracy ${balancedAccuracy.toFixed(3)}\n${examLine(name, { ...result, rows, balancedAccuracy })}\n`;
}
