import type { ArticleId, PassageId } from "../../src/domain.ts";
import { fold } from "./fold.ts";
import { sharesHalf } from "./matching.ts";
import type { RetrievalScores } from "./measures.ts";
import { hitAt, ndcgAt, reciprocalRankAt } from "./metrics.ts";
import type { RankedPassage } from "./system.ts";

export interface Gold {
  /** Articles, each by the one it is a repost of; one that gave no article is there as a name that nothing matches. */
  readonly articles: ReadonlySet<string>;
  /** Folded passages or quotes; empty when the set names none. */
  readonly evidence: readonly string[];
}

export interface ScoredRetrieval {
  /** Of the first gold article among distinct articles, from 1. */
  readonly rank: number | null;
  /** Of the first passage that holds evidence, from 1. */
  readonly evidenceRank: number | null;
  readonly scores: RetrievalScores;
}

export const NOT_SCORED: ScoredRetrieval = {
  rank: null,
  evidenceRank: null,
  scores: {
    "recall@1": null,
    "recall@5": null,
    "recall@10": null,
    "mrr@10": null,
    "ndcg@10": null,
    "evidence@2000": null,
    "evidence@4000": null,
  },
};

/** Holds a ranked list of passages against the gold of one answerable question. */
export function scoreRetrieval(
  passages: readonly RankedPassage[],
  gold: Gold,
  groupOf: (id: ArticleId) => ArticleId,
): ScoredRetrieval {
  if (gold.articles.size === 0) return NOT_SCORED;
  const ranks = goldRanks(passages, gold, groupOf);
  const evidence = gold.evidence.length > 0;
  return {
    rank: ranks[0] ?? null,
    evidenceRank: evidence ? evidenceRank(passages, gold.evidence) : null,
    scores: {
      "recall@1": hitAt(1, ranks),
      "recall@5": hitAt(5, ranks),
      "recall@10": hitAt(10, ranks),
      "mrr@10": reciprocalRankAt(10, ranks),
      "ndcg@10": ndcgAt(10, ranks, gold.articles.size),
      "evidence@2000": evidence ? evidenceWithin(2_000, passages, gold.evidence) : null,
      "evidence@4000": evidence ? evidenceWithin(4_000, passages, gold.evidence) : null,
    },
  };
}

/** Copies of one article take one place. */
function goldRanks(passages: readonly RankedPassage[], gold: Gold, groupOf: (id: ArticleId) => ArticleId): number[] {
  const distinct = [...new Set(passages.map(({ article }) => groupOf(article.id)))];
  return distinct.flatMap((group, index) => (gold.articles.has(group) ? [index + 1] : []));
}

function evidenceRank(passages: readonly RankedPassage[], evidence: readonly string[]): number | null {
  const index = passages.findIndex(({ passage }) => {
    const folded = foldOnce(passage.id, passage.text);
    return evidence.some((gold) => sharesHalf(gold, folded));
  });
  return index < 0 ? null : index + 1;
}

/** Whether evidence stands in the first `budgetChars` characters of the passages; the last one is cut. */
function evidenceWithin(budgetChars: number, passages: readonly RankedPassage[], evidence: readonly string[]): 0 | 1 {
  let left = budgetChars;
  for (const { passage } of passages) {
    if (left <= 0) return 0;
    const whole = foldOnce(passage.id, passage.text);
    const shown = passage.text.length <= left ? whole : fold(passage.text.slice(0, left));
    if (evidence.some((gold) => sharesHalf(gold, shown, whole.length))) return 1;
    left -= passage.text.length;
  }
  return 0;
}

const folded = new Map<PassageId, { readonly text: string; readonly folded: string }>();
const MOST_KEPT = 20_000;

/** The same passages come back for thousands of questions. */
function foldOnce(id: PassageId, text: string): string {
  const known = folded.get(id);
  if (known?.text === text) return known.folded;
  if (folded.size >= MOST_KEPT) folded.clear();
  const fresh = fold(text);
  folded.set(id, { text, folded: fresh });
  return fresh;
}
