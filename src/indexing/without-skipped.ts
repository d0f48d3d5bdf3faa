import { createHash } from "node:crypto";
import type { LoadedCorpus } from "../articles/load.ts";
import { AppError } from "../errors.ts";

/** The corpus without some of its files, under a hash of its own; a copy of a skipped article stands for itself. */
export function withoutSkipped(corpus: LoadedCorpus, skip: (sourcePath: string) => boolean): LoadedCorpus {
  const kept = corpus.articles.filter(({ article }) => !skip(article.sourcePath));
  if (kept.length === 0) throw new AppError("corpus", "No article is left to index: all were skipped. Skip fewer.");
  const ids = new Set(kept.map(({ article }) => article.id));
  const articles = kept.map((each) => {
    const { repostOf } = each.article;
    return repostOf === null || ids.has(repostOf) ? each : { ...each, article: { ...each.article, repostOf: null } };
  });
  const hash = createHash("sha256").update(corpus.corpusHash);
  for (const id of ids) hash.update(id);
  return {
    articles,
    report: corpus.report.filter((file) => !skip(file.path)),
    corpusHash: hash.digest("hex"),
  };
}
