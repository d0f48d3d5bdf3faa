import { type Dataset, readDataset, withHalfOfArticles } from "../src/evaluation/dataset.ts";
import type { EvaluationReport } from "../src/evaluation/evaluation-report.ts";
import { runEvaluation } from "../src/evaluation/run.ts";
import { createProgress } from "../src/terminal/progress.ts";
import { builtInModels, type Models, openEvaluationSystem } from "../src/wiring.ts";

export interface SetRun {
  readonly setDir: string;
  readonly articlesDir?: string | undefined;
  readonly articles: "all" | "half";
  readonly limit?: number | undefined;
  /** The built-in table when not given. */
  readonly models?: Models | undefined;
}

/** Reads a set, indexes its articles in a temporary folder, asks its questions; progress and warnings go to stderr. */
export async function evaluateSet(run: SetRun): Promise<EvaluationReport> {
  const { setDir, articlesDir, articles, limit, models = builtInModels() } = run;
  const whole = await readDataset(setDir, articlesDir ?? null);
  for (const warning of whole.warnings) console.error(`warning: ${warning}`);
  const dataset = articles === "half" ? withHalfOfArticles(whole) : whole;
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

async function openSystem({ articlesDir, files, name }: Dataset, models: Models) {
  const kept = new Set(files);
  const progress = createProgress("steps", process.stderr);
  try {
    return await openEvaluationSystem({
      models,
      articlesDir,
      skip: (sourcePath: string) => !kept.has(sourcePath),
      onProgress: ({ stage, done, total }) => progress.update(done, total, `${name}: ${stage}`),
    });
  } finally {
    progress.finish();
  }
}
