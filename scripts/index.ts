import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { addedFolder } from "../src/adding/folder.ts";
import type { LoadedCorpus } from "../src/articles/load.ts";
import { loadConfig } from "../src/config.ts";
import { explain } from "../src/errors.ts";
import { totalsOf } from "../src/reporting/totals.ts";
import { describeTotals } from "../src/reporting/totals-table.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { describeIndexing, indexWithProgress } from "../src/terminal/index-with-progress.ts";
import { corpusDirOf, indexCorpus, openModels } from "../src/wiring.ts";
import { checkReportFile, writeReport } from "./write-report.ts";

const HELP = `Indexes a folder of articles (.md, .txt, .html, .pdf), with those that were added in Telegram (DATA_DIR/articles).

  npm run index -- --corpus ~/articles          index this folder; start and ask use it from then on
  npm run index                                 index the same folder again; only changed passages are embedded
  npm run index -- --report report.html         also write a page that shows what was kept, removed and why
  npm run --silent index -- --json              the report as one JSON object

  --corpus DIR   folder of articles (default: CORPUS_DIR, else the folder of the last index, else corpus/articles)
  --report FILE  one HTML page, article by article, and the totals here; FILE ends in .html and lies outside the folder
  --strict       exit with code 2 when a file was skipped
  --json         report on standard output as JSON
  --help         this text
`;

try {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string" },
      report: { type: "string" },
      strict: { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) process.stdout.write(HELP);
  else await run(values);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

interface Options {
  readonly corpus?: string;
  readonly report?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

async function run({ corpus, report: page, strict, json }: Options): Promise<void> {
  const config = loadConfig(readEnvironment());
  const corpusDir = corpus ?? corpusDirOf(config);
  const added = addedFolder(config.dataDir);
  for (const folder of existsSync(added) ? [corpusDir, added] : [corpusDir])
    if (page !== undefined) checkReportFile(page, folder);
  const models = await openModels(config);
  const read = Promise.withResolvers<LoadedCorpus>();
  const report = await indexWithProgress(
    (onProgress) => indexCorpus(config, models, corpusDir, onProgress, read.resolve),
    process.stderr,
  );
  const totals = page === undefined ? null : totalsOf(await read.promise);
  const words = [describeIndexing(report), ...(totals === null ? [] : [describeTotals(totals)])].join("\n\n");
  process.stdout.write(json ? `${JSON.stringify(totals === null ? report : { ...report, totals })}\n` : `${words}\n`);
  if (strict && report.files.some((file) => file.outcome === "skipped")) process.exitCode = 2;
  if (page === undefined) return;
  await writeReport(page, await read.promise, report.corpusDir);
  process.stderr.write(`\nThe report is in ${page}.\n`);
}
