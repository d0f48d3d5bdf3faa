import type { ArticleCard, Passage, Sentence } from "./article.ts";
import type { Follows } from "./turn.ts";

export interface RetrievedPassage {
  readonly passage: Passage;
  readonly article: ArticleCard;
  /** Fused score; comparable within one question only. */
  readonly score: number;
  /** Share of the question's weighted words that the passage, its article and its title hold, 0-1; rank from 1, null when no word matched. */
  readonly lexical: {
    readonly share: number;
    readonly rank: number | null;
    readonly article: number;
    readonly title: number;
  };
  /** Cosines of the question with the passage and with its best sentence, -1..1; rank from 1 by passage cosine. */
  readonly dense: { readonly passage: number; readonly sentence: number; readonly rank: number | null };
  /** Words of the question that stand in the passage. */
  readonly matchedTerms: readonly string[];
}

export interface RankedSentence {
  readonly found: RetrievedPassage;
  readonly sentence: Sentence;
  /** Comparable within one question only. */
  readonly score: number;
}

export interface Retrieval {
  readonly passages: readonly RetrievedPassage[];
  /** Of the best passages, best first. */
  readonly sentences: readonly RankedSentence[];
  /** How likely it is that the answer stands in these passages, 0-1. */
  readonly evidence: number;
  /** Names of the question that stand in no article. */
  readonly unknownNames: readonly string[];
  readonly searched: Searched;
  /** Absent where the question was taken as it stands. */
  readonly follows?: Follows | undefined;
}

/** What was looked through, to be told when nothing was found. */
export interface Searched {
  readonly articles: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** What stands around a sentence. */
export interface SentenceContext {
  /** The neighbouring sentences of the passage; empty at its ends. */
  readonly before: string;
  readonly after: string;
  readonly heading: string | null;
  /** How far into the article it stands, 0-100. */
  readonly percent: number;
}
