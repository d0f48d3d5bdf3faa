import { existsSync } from "node:fs";
import { loadConfig } from "../src/config.ts";
import { createProgress } from "../src/terminal/progress.ts";
import { openModels } from "../src/wiring.ts";
import type { ClaimsReport } from "../tools/evaluation/claims/claims-report.ts";
import { readHandWritten, runHandWritten } from "../tools/evaluation/claims/hand-written.ts";
import { runClaims } from "../tools/evaluation/claims/run-claims.ts";
import { openTemporaryIndex } from "../tools/evaluation/temporary-index.ts";

export interface ClaimsRun {
  readonly name: string;
  readonly articlesDir: string;
  /** Most generated claims of a class. */
  readonly limit: number;
  readonly examples: number;
  readonly only?: string | undefined;
  /** Claims written by hand over the same articles; null or missing leaves them out. */
  readonly claimsFile: string | null;
}

export interface ClaimsRunReports {
  readonly generated: ClaimsReport;
  readonly handWritten: ClaimsReport | null;
}

/** Indexes the articles in a temporary folder, makes claims and checks them; progress goes to stderr. */
export async function evaluateClaims(run: ClaimsRun): Promise<ClaimsRunReports> {
  const models = await openModels(loadConfig({}));
  const progress = createProgress("classes", process.stderr);
  const { snapshot, close } = await openTemporaryIndex(run.articlesDir, models);
  const deps = { store: snapshot.store, encoder: models.encoder };
  const options = { ...run, nowMs: () => performance.now() };
  try {
    const lines = run.claimsFile !== null && existsSync(run.claimsFile) ? await readHandWritten(run.claimsFile) : null;
    const onProgress = (done: number, total: number, row: string) => progress.update(done, total, row);
    const generated = runClaims(deps, { ...options, onProgress });
    const handWritten =
      lines === null ? null : runHandWritten(lines, deps, { ...options, name: `${run.name}, by hand` });
    return { generated, handWritten };
  } finally {
    progress.finish();
    close();
  }
}
