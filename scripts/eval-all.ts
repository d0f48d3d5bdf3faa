import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { AppError, explain } from "../src/errors.ts";
import { evaluationDocument } from "../src/evaluation/document.ts";
import type { EvaluationReport } from "../src/evaluation/evaluation-report.ts";
import { checkGate, gateFigures, readExpected } from "../src/evaluation/gate.ts";
import { formatGate } from "../src/evaluation/gate-report.ts";
import { formatReport } from "../src/evaluation/report.ts";
import { writeWhole } from "../src/evaluation/write-file.ts";
import { evaluateSet, type SetRun } from "./evaluate-set.ts";

const HELP = `Runs every data set and writes docs/EVALUATION.md.

  BENCH_DIR=DIR npm run eval:all                 every set in DIR and the committed one; writes the document
  BENCH_DIR=DIR npm run eval:all -- --only NAME  one set, printed; writes nothing
  npm run eval:all -- --gate                     the committed set against its expected figures; a fall exits 1
  npm run eval:all -- --gate --record            takes the figures of now as the expected ones
`;

const ROOT = path.join(import.meta.dirname, "..");
const CORPUS = path.join(ROOT, "corpus");
const EXPECTED = path.join(ROOT, "tests", "evaluation", "expected.json");
const DOCUMENT = path.join(ROOT, "docs", "EVALUATION.md");
/** Sets whose questions all have an answer: without half of the articles they measure abstention. */
const HALVED = ["cmrc2018-dev", "xquad-dev-en2zh", "xquad-dev-zh2en"];

try {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      gate: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else if (values.gate) await gate(values.record ? "record" : "check");
  else if (values.only !== undefined) await printOne(values.only);
  else await writeDocument();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function gate(task: "check" | "record"): Promise<void> {
  const expected = task === "record" ? null : await readExpected(EXPECTED);
  if (task === "check" && expected === null)
    throw new AppError("dataset", `${EXPECTED} is missing. Record it with: npm run eval:all -- --gate --record`);
  const figures = gateFigures(await evaluateSet({ setDir: CORPUS, articles: "all" }));
  if (expected === null) {
    await writeWhole(EXPECTED, `${JSON.stringify(figures, null, 2)}\n`);
    console.log(`Recorded ${Object.keys(figures.measures).length} figures in ${path.relative(ROOT, EXPECTED)}`);
    return;
  }
  const lines = checkGate(figures, expected);
  process.stdout.write(formatGate(lines));
  if (lines.some(({ verdict }) => verdict === "FALL")) process.exitCode = 1;
}

async function printOne(name: string): Promise<void> {
  const runs = [...runsOf(CORPUS), ...(process.env.BENCH_DIR === undefined ? [] : benchRuns())];
  const wanted = runs.filter(({ setDir }) => path.basename(setDir) === name);
  if (wanted.length === 0)
    throw new AppError(
      "usage",
      `There is no set "${name}". There are: ${[...new Set(runs.map(({ setDir }) => path.basename(setDir)))].join(", ")}.`,
    );
  for (const run of wanted) process.stdout.write(`${formatReport(await evaluateSet(run))}\n`);
}

async function writeDocument(): Promise<void> {
  const reports: EvaluationReport[] = [];
  for (const run of [...runsOf(CORPUS), ...benchRuns()]) {
    const report = await evaluateSet(run);
    process.stdout.write(`${formatReport(report)}\n`);
    reports.push(report);
  }
  await writeWhole(DOCUMENT, evaluationDocument(reports));
  console.log(`Wrote ${path.relative(ROOT, DOCUMENT)}`);
}

function benchRuns(): SetRun[] {
  const dir = process.env.BENCH_DIR ?? "";
  if (!existsSync(dir)) throw new AppError("usage", `BENCH_DIR ("${dir}") must name the folder that holds the sets.`);
  const sets = readdirSync(dir).filter((name) => existsSync(path.join(dir, name, "questions.jsonl")));
  if (sets.length === 0)
    throw new AppError("dataset", `BENCH_DIR (${dir}) holds no set: a set is a folder with questions.jsonl.`);
  return sets.sort().flatMap((name) => runsOf(path.join(dir, name)));
}

function runsOf(setDir: string): SetRun[] {
  const whole: SetRun = { setDir, articles: "all" };
  return HALVED.includes(path.basename(setDir)) ? [whole, { setDir, articles: "half" }] : [whole];
}
