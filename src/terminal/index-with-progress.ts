import type { BuildProgress, IndexReport } from "../indexing/build-index.ts";
import { oneLine } from "../text/shorten.ts";
import { createProgress } from "./progress.ts";

/** Runs an indexing with its bar on `stream`; the bar is gone when it ends. */
export async function indexWithProgress(
  run: (onProgress: (progress: BuildProgress) => void) => Promise<IndexReport>,
  stream: NodeJS.WriteStream,
): Promise<IndexReport> {
  const reading = createProgress("articles", stream);
  const embedding = createProgress("passages embedded", stream);
  try {
    return await run(({ stage, done, total, passages }) => {
      if (stage === "read") reading.update(done, total, "reading");
      if (stage === "embed") {
        reading.finish();
        embedding.update(done, total, `${passages} passages`);
      }
    });
  } finally {
    reading.finish();
    embedding.finish();
  }
}

/** Totals, then one line for each file that was skipped or has something wanting. */
export function describeIndexing(report: IndexReport): string {
  const skipped = report.files.filter((file) => file.outcome === "skipped");
  const warned = report.files.filter((file) => file.outcome === "indexed" && file.warnings.length > 0);
  const rate = report.seconds > 0 ? Math.round(report.articles / report.seconds) : 0;
  const head = report.published
    ? `Indexed ${report.articles} articles from ${report.corpusDir} in ${report.seconds.toFixed(1)} s (${rate}/s): ${report.passages} passages, ${report.sentences} sentences; ${report.embedded} embedded, ${report.reused} kept.`
    : `Nothing changed in ${report.corpusDir}: ${report.articles} articles, ${report.passages} passages; 0 embedded, ${report.reused} kept.`;
  return [
    head,
    ...warned.map((file) => `  note     ${oneLine(`${file.path}: ${file.warnings.join("; ")}`)}`),
    ...skipped.map((file) => `  skipped  ${oneLine(`${file.path}: ${file.reason}`)}`),
    ...(skipped.length > 0 ? [`  ${skipped.length} of ${report.files.length} files skipped.`] : []),
  ].join("\n");
}
