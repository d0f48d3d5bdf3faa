import { createProgress } from "../src/terminal/progress.ts";
import { builtInModels, type Models } from "../src/wiring.ts";
import { type Dataset, readDataset, withArticlesBeside, withHalfOfArticles } from "../tools/evaluation/dataset.ts";
import type { EvaluationReport } from "../tools/evaluation/evaluation-report.ts";
import { runEvaluation } from "../tools/evaluation/run.ts";
import { openDataset } from "../tools/evaluation/temporary-index.ts";
import { titleDataset } from "../tools/evaluation/title-questions.ts";

/** A set folder, or (`titles`) the shuffled titles of a folder of articles. */
export interface SetRun {
  readonly setDir: string;
  readonly questions?: "set" | "titles";
  readonly articlesDir?: string | undefined;
  readonly articles: "all" | "half";
  /** A folder of other articles in the same index. */
  readonly beside?: string | undefined;
  readonly limit?: number | undefined;
  /** The built-in table when not given. */
  readonly models?: Models | undefined;
}

/** Reads a set, indexes its articles in a temporary folder, asks its questions; progress and warnings go to stderr. */
export async function evaluateSet({
  setDir,
  questions = "set",
  articlesDir,
  articles,
  beside,
  limit,
  models = builtInModels(),
}: SetRun): Promise<EvaluationReport> {
  const whole = questions === "titles" ? await titleDataset(setDir) : await readDataset(setDir, articlesDir ?? null);
  for (const warning of whole.warnings) console.error(`warning: ${warning}`);
  const chosen = articles === "half" ? withHalfOfArticles(whole) : whole;
  const dataset = beside === undefined ? chosen : await withArticlesBeside(chosen, beside);
  const system = await openSystem(dataset, models);
  const progress = createProgress("questions", process.stderr);
  try {
    return await runEvaluation(dataset, system, {
      limit,
      nowMs: () => performance.now(),
      onProgress: (done, total) => progress.update(done, total, dataset.name),
    });
  } finally {
    progress.finish();
    system.close();
  }
}

async function openSystem(dataset: Dataset, models: Models) {
  const { name } = dataset;
  const progress = createProgress("steps", process.stderr);
  try {
    return await openDataset(dataset, models, {
      onProgress: ({ stage, done, total }) => progress.update(done, total, `${name}: ${stage}`),
    });
  } finally {
    progress.finish();
  }
}
