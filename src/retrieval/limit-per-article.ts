import type { ArticleId, PassageId, RetrievedPassage } from "../domain.ts";

/**
 * Keeps at most `perArticle` passages of each article. Of an article and its copies only one is kept: the earliest, at the
 * rank of the best, or the best if the earliest was not found.
 */
export function limitPerArticle(ranked: readonly RetrievedPassage[], perArticle: number): RetrievedPassage[] {
  const originals = new Map(
    ranked
      .filter(({ article }) => article.repostOf === null)
      .map((found) => [found.article.id, found] as const)
      .reverse(),
  );
  const placed = new Set<PassageId>();
  const shownOf = new Map<ArticleId, ArticleId>();
  const taken = new Map<ArticleId, number>();
  return ranked.flatMap((found) => {
    const group = found.article.repostOf ?? found.article.id;
    const stand = shownOf.has(group) ? found : (originals.get(group) ?? found);
    const shown = shownOf.get(group) ?? stand.article.id;
    shownOf.set(group, shown);
    const count = (taken.get(shown) ?? 0) + 1;
    if (stand.article.id !== shown || placed.has(stand.passage.id) || count > perArticle) return [];
    taken.set(shown, count);
    placed.add(stand.passage.id);
    return [stand];
  });
}
