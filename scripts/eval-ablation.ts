import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { AppError, explain } from "../src/errors.ts";
import { createProgress } from "../src/terminal/progress.ts";
import { wholeNumber } from "../src/terminal/whole-number.ts";
import { builtInModels } from "../src/wiring.ts";
import { type AblationRow, ablationDocument } from "../tools/evaluation/ablation/ablation-document.ts";
import { INDEXES, type IndexRecipe } from "../tools/evaluation/ablation/indexes.ts";
import { RANKINGS } from "../tools/evaluation/ablation/rankings.ts";
import { type Columns, measureRanking, sample } from "../tools/evaluation/ablation/run-ablation.ts";
import { type Dataset, readDataset, withArticlesBeside } from "../tools/evaluation/dataset.ts";
import { openDataset } from "../tools/evaluation/temporary-index.ts";
import { writeWhole } from "../tools/evaluation/write-file.ts";

const HELP = `Measures what each part of retrieval is worth, and writes docs/ABLATION.md.

  BENCH_DIR=DIR npm run eval:ablation [-- --limit N] [--only NAME]

  --limit N    questions a set (default 200)
  --only NAME  one set of BENCH_DIR, printed; writes nothing
`;
const ROOT = path.join(import.meta.dirname, "..");
const SAMPLE = path.join(ROOT, "corpus", "articles");
/** Sets that are measured once more with the sample articles, of both languages, in the same index. */
const MIXED = ["xquad-dev-en2zh", "xquad-dev-zh2en"];
const DOCUMENT = path.join(ROOT, "docs", "ABLATION.md");

try {
  const { values } = parseArgs({
    options: {
      limit: { type: "string", default: "200" },
      only: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else await run(wholeNumber("--limit", values.limit, 1), values.only);
} catch (error) {
  console.error(explain(error).replace(/^Unexpected failure: (?=(?:Unknown|Unexpected) |Option )/, ""));
  process.exitCode = 1;
}

async function run(limit: number, only: string | undefined): Promise<void> {
  const bench = process.env.BENCH_DIR ?? "";
  if (!existsSync(bench))
    throw new AppError("usage", `BENCH_DIR ("${bench}") must name the folder that holds the sets.`);
  const sets = readdirSync(bench).filter((name) => existsSync(path.join(bench, name, "questions.jsonl")));
  const named = only === undefined ? sets.sort() : sets.filter((name) => name === only);
  if (named.length === 0)
    throw new AppError("usage", `No set "${only ?? ""}" in ${bench}; there are: ${sets.join(", ")}.`);
  const datasets: Dataset[] = [];
  for (const name of named) {
    const dataset = await readDataset(path.join(bench, name));
    datasets.push(dataset);
    if (MIXED.includes(name)) datasets.push(await withArticlesBeside(dataset, SAMPLE));
  }

  const rows: AblationRow[] = [];
  const jobs = [
    ...Object.keys(RANKINGS).map((ranking) => ({ variant: ranking, ranking, recipe: {} as IndexRecipe })),
    ...Object.entries(INDEXES).map(([variant, recipe]) => ({ variant, ranking: "as it is", recipe })),
  ];
  const progress = createProgress("runs", process.stderr);
  for (const { variant, ranking, recipe } of jobs) {
    const columns = new Map<string, Columns extends ReadonlyMap<string, infer Scores> ? Scores : never>();
    for (const dataset of datasets) {
      progress.update(
        rows.length * datasets.length + datasets.indexOf(dataset),
        jobs.length * datasets.length,
        variant,
      );
      for (const [name, scores] of await measure(dataset, ranking, recipe, limit)) columns.set(name, scores);
    }
    rows.push({ variant, columns });
  }
  progress.finish();
  const document = ablationDocument(rows, limit);
  if (only !== undefined) console.log(document);
  else await writeWhole(DOCUMENT, document);
}

async function measure(dataset: Dataset, ranking: string, recipe: IndexRecipe, limit: number): Promise<Columns> {
  const system = await openDataset(dataset, builtInModels(), recipe);
  try {
    return await measureRanking(dataset.name, sample(dataset.questions, limit), system, ranking);
  } finally {
    system.close();
  }
}
