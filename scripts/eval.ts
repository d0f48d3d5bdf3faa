import { parseArgs } from "node:util";
import { loadConfig } from "../src/config.ts";
import { AppError, explain } from "../src/errors.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { wholeNumber } from "../src/terminal/whole-number.ts";
import { openModels } from "../src/wiring.ts";
import { compareReports, readReport } from "../tools/evaluation/compare.ts";
import { formatComparison, formatReport } from "../tools/evaluation/report.ts";
import { evaluateSet } from "./evaluate-set.ts";

const HELP = `Measures retrieval and answers on a data set, with the embedder that is configured (EMBEDDING_…), else the built-in one.

  npm run eval -- --set DIR [options]
  npm run eval -- --titles DIR [options]   the articles' own titles, words shuffled, as questions

  --set DIR          folder with questions.jsonl and articles/ (or set.json that says where they are)
  --articles DIR     articles elsewhere
  --limit N          only the first N questions
  --beside DIR       other articles in the same index, for example of the other language
  --drop-half        without every second article: questions whose gold is gone have no answer
  --compare OLD.json say what changed since an earlier run
  --json             one JSON object on standard output, the table on standard error

Examples
  npm run eval -- --set corpus
  npm run --silent eval -- --set corpus --json > before.json
  npm run eval -- --set corpus --compare before.json
`;

try {
  const { values } = parseArgs({
    options: {
      set: { type: "string" },
      titles: { type: "string" },
      articles: { type: "string" },
      beside: { type: "string" },
      limit: { type: "string" },
      "drop-half": { type: "boolean", default: false },
      compare: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else await run(values);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function run(
  values: Readonly<{
    set?: string;
    titles?: string;
    articles?: string;
    beside?: string;
    limit?: string;
    "drop-half": boolean;
    compare?: string;
    json: boolean;
  }>,
) {
  const setDir = values.titles ?? values.set;
  if (setDir === undefined || (values.titles !== undefined && values.set !== undefined))
    throw new AppError(
      "usage",
      "Which set? Give either --set DIR or --titles DIR, for example --set corpus; --help tells more.",
    );
  const old = values.compare === undefined ? null : await readReport(values.compare);
  const report = await evaluateSet({
    setDir,
    questions: values.titles === undefined ? "set" : "titles",
    articlesDir: values.articles,
    articles: values["drop-half"] ? "half" : "all",
    beside: values.beside,
    limit: countOf(values.limit),
    models: await openModels(loadConfig(readEnvironment())),
  });
  const comparison = old === null ? null : compareReports(report, old);
  const text = formatReport(report) + (comparison === null ? "" : `\n${formatComparison(comparison)}`);
  (values.json ? process.stderr : process.stdout).write(text);
  if (values.json) console.log(JSON.stringify(comparison === null ? report : { ...report, comparison }));
}

function countOf(limit: string | undefined): number | undefined {
  return limit === undefined ? undefined : wholeNumber("--limit", limit, 1);
}
