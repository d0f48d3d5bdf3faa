import { parseArgs } from "node:util";
import { loadConfig } from "../src/config.ts";
import { explain } from "../src/errors.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { describeIndexing, indexWithProgress } from "../src/terminal/index-with-progress.ts";
import { corpusDirOf, indexCorpus, openModels } from "../src/wiring.ts";

const HELP = `Indexes a folder of articles (.md, .txt, .html, .pdf).

  npm run index -- --corpus ~/articles          index this folder; start and ask use it from then on
  npm run index                                 index the same folder again; only changed passages are embedded
  npm run --silent index -- --json              the report as one JSON object

  --corpus DIR   folder of articles (default: CORPUS_DIR, else the folder of the last index, else corpus/articles)
  --strict       exit with code 2 when a file was skipped
  --json         report on standard output as JSON
  --help         this text
`;

try {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string" },
      strict: { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) process.stdout.write(HELP);
  else {
    const config = loadConfig(readEnvironment());
    const models = await openModels(config);
    const report = await indexWithProgress(
      (onProgress) => indexCorpus(config, models, values.corpus ?? corpusDirOf(config), onProgress),
      process.stderr,
    );
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${describeIndexing(report)}\n`);
    if (values.strict && report.files.some((file) => file.outcome === "skipped")) process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
