import type { CleanedArticle, LoadedCorpus } from "../articles/load.ts";
import type { ArticleId } from "../domain.ts";
import { sizeOf } from "../text/size.ts";
import type { AddedArticle, Refusal } from "./additions.ts";

/** What an indexing found in one file. */
export type Finding =
  | { readonly kind: "indexed"; readonly article: AddedArticle }
  /** `sourcePath`: of the file that says the same. */
  | { readonly kind: "duplicate"; readonly article: AddedArticle; readonly sourcePath: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "missing" };

/** One for each source path, in order. */
export function findingsIn(corpus: LoadedCorpus, sourcePaths: readonly string[]): Finding[] {
  const articles = new Map(corpus.articles.map((each) => [each.article.sourcePath, each]));
  const titles = new Map(corpus.articles.map(({ article }) => [article.id, article.title]));
  const reports = new Map(corpus.report.map((file) => [file.path, file]));
  return sourcePaths.map((sourcePath): Finding => {
    const own = articles.get(sourcePath);
    if (own !== undefined) return { kind: "indexed", article: described(own, titles) };
    const skipped = reports.get(sourcePath)?.skipped ?? null;
    if (skipped === null) return { kind: "missing" };
    if (skipped.kind === "unreadable") return { kind: "refused", refusal: skipped.why };
    const twin = articles.get(skipped.of);
    return twin === undefined
      ? { kind: "refused", refusal: "unreadable" }
      : { kind: "duplicate", article: described(twin, titles), sourcePath: twin.article.sourcePath };
  });
}

function described({ article, removed }: CleanedArticle, titles: ReadonlyMap<ArticleId, string>): AddedArticle {
  const { id, title, author, publishedAt, language, body, missing, repostOf } = article;
  return {
    id,
    title,
    author,
    publishedAt,
    language,
    size: sizeOf(body, language),
    picturesRemoved: missing.picturesUnread,
    piecesRemoved: removed.filter(({ reason }) => !NO_PIECES.has(reason)).length,
    paywall: missing.paywall,
    repeats: repostOf === null ? null : (titles.get(repostOf) ?? null),
  };
}

/** Pictures are counted apart; what stands around a page, rules and the title said again are no loss to anybody. */
const NO_PIECES: ReadonlySet<string> = new Set(["image", "page", "rule", "title"]);
