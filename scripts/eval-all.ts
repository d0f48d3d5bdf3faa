import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { AppError, explain } from "../src/errors.ts";
import { claimFigures } from "../tools/evaluation/claims/claims-gate.ts";
import type { ClaimsReport } from "../tools/evaluation/claims/claims-report.ts";
import { formatClaims } from "../tools/evaluation/claims/format-claims.ts";
import { evaluationDocument } from "../tools/evaluation/document.ts";
import type { EvaluationReport } from "../tools/evaluation/evaluation-report.ts";
import { checkGate, type Expected, gateFigures, readExpected } from "../tools/evaluation/gate.ts";
import { formatGate } from "../tools/evaluation/gate-report.ts";
import { formatReport } from "../tools/evaluation/report.ts";
import { writeWhole } from "../tools/evaluation/write-file.ts";
import { evaluateClaims } from "./claims-run.ts";
import { evaluateSet, type SetRun } from "./evaluate-set.ts";

const HELP = `Runs every data set and the claims, and writes docs/EVALUATION.md.

  BENCH_DIR=DIR npm run eval:all                 every set in DIR and the committed one; writes the document.
                                                 ARTICLES_DIR=DIR adds the titles of those articles, and claims made of them
  BENCH_DIR=DIR npm run eval:all -- --only NAME  one set, printed; writes nothing
  npm run eval:all -- --gate                     the committed set and claims against their expected figures; a fall exits 1
  npm run eval:all -- --gate --record            takes the figures of now as the expected ones
`;

const ROOT = path.join(import.meta.dirname, "..");
const CORPUS = path.join(ROOT, "corpus");
const EXPECTED = path.join(ROOT, "tests", "evaluation", "expected.json");
const EXPECTED_CLAIMS = path.join(ROOT, "tests", "evaluation", "expected-claims.json");
const DOCUMENT = path.join(ROOT, "docs", "EVALUATION.md");
/** Most claims of a class; npm run eval:claims -- --limit 10000 makes more, in about a quarter of an hour. */
const CLAIMS_OF_CORPUS = 500;
const CLAIMS_OF_ARTICLES = 1_000;
/** Sets whose questions all have an answer: without half of the articles they measure abstention. */
const HALVED = ["cmrc2018-dev", "xquad-dev-en2zh", "xquad-dev-zh2en"];
/** Sets that are run once more with the sample articles, of both languages, in the same index. */
const MIXED = ["wechat-dev", "xquad-dev-en2zh", "xquad-dev-zh", "xquad-dev-zh2en"];

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
  await gateOf(EXPECTED, gateFigures(await evaluateSet({ setDir: CORPUS, articles: "all" })), task);
  await gateOf(EXPECTED_CLAIMS, claimFigures(await claimReports(CORPUS, CLAIMS_OF_CORPUS)), task);
}

async function gateOf(file: string, figures: Expected, task: "check" | "record"): Promise<void> {
  if (task === "record") {
    await writeWhole(file, `${JSON.stringify(figures, null, 2)}\n`);
    console.log(`Recorded ${Object.keys(figures.measures).length} figures in ${path.relative(ROOT, file)}`);
    return;
  }
  const expected = await readExpected(file);
  if (expected === null)
    throw new AppError("dataset", `${file} is missing. Record it with: npm run eval:all -- --gate --record`);
  const lines = checkGate(figures, expected);
  process.stdout.write(formatGate(lines));
  if (lines.some(({ verdict }) => verdict === "FALL")) process.exitCode = 1;
}

/** Claims made from the articles of a set, and those written by hand beside them. */
async function claimReports(setDir: string, limit: number): Promise<ClaimsReport[]> {
  const articles = path.join(setDir, "articles");
  const { generated, handWritten } = await evaluateClaims({
    name: path.basename(setDir),
    articlesDir: existsSync(articles) ? articles : setDir,
    limit,
    examples: 0,
    claimsFile: path.join(setDir, "claims.jsonl"),
  });
  return handWritten === null ? [generated] : [generated, handWritten];
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
  for (const run of [...runsOf(CORPUS), ...benchRuns(), ...titleRuns()]) {
    const report = await evaluateSet(run);
    process.stdout.write(`${formatReport(report)}\n`);
    reports.push(report);
  }
  const articlesDir = process.env.ARTICLES_DIR;
  const claims = await claimReports(CORPUS, CLAIMS_OF_CORPUS);
  if (articlesDir !== undefined) claims.push(...(await claimReports(articlesDir, CLAIMS_OF_ARTICLES)));
  for (const report of claims) process.stdout.write(`${formatClaims(report)}\n`);
  await writeWhole(DOCUMENT, evaluationDocument(reports, claims));
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

/** ARTICLES_DIR: a folder of real articles that lies outside the project. */
function titleRuns(): SetRun[] {
  const setDir = process.env.ARTICLES_DIR;
  return setDir === undefined ? [] : [{ setDir, questions: "titles", articles: "all" }];
}

function runsOf(setDir: string): SetRun[] {
  const whole: SetRun = { setDir, articles: "all" };
  const half: SetRun = { setDir, articles: "half" };
  const mixed: SetRun = { ...whole, beside: path.join(CORPUS, "articles") };
  const name = path.basename(setDir);
  return [whole, ...(HALVED.includes(name) ? [half] : []), ...(MIXED.includes(name) ? [mixed] : [])];
}
