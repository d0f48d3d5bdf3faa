import type { ArticleCard, Passage, RetrievedPassage } from "../domain.ts";

/** A passage that no question found. */
export function unranked(passage: Passage, article: ArticleCard): RetrievedPassage {
  return {
    passage,
    article,
    score: 0,
    lexical: { share: 0, rank: null, article: 0, title: 0 },
    dense: { passage: 0, sentence: 0, rank: null },
    matchedTerms: [],
  };
}
