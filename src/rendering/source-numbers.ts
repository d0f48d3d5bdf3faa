import type { ArticleCard, ArticleId, Citation, Claim } from "../domain.ts";

/** Articles numbered from 1 in order of first use; a repost shares the number of its source. */
export interface NumberedSources {
  numberOf(citation: Citation): number;
  readonly list: readonly { readonly number: number; readonly article: ArticleCard; readonly first: Citation }[];
}

export function numberSources(claims: readonly Claim[]): NumberedSources {
  const numbers = new Map<ArticleId, number>();
  const list: { number: number; article: ArticleCard; first: Citation }[] = [];
  for (const citation of claims.flatMap((claim) => claim.citations)) {
    const key = groupOf(citation.article);
    if (numbers.has(key)) continue;
    numbers.set(key, list.length + 1);
    list.push({ number: list.length + 1, article: citation.article, first: citation });
  }
  return { list, numberOf: (citation) => numbers.get(groupOf(citation.article)) ?? 0 };
}

function groupOf(article: ArticleCard): ArticleId {
  return article.repostOf ?? article.id;
}
