import type { Language, Question } from "../domain.ts";
import type { PassageStore, SentenceEncoder } from "../ports.ts";
import { distinctTerms } from "../text/terms.ts";
import { inverseDocumentFrequency, largestScore } from "./lexical-share.ts";

/** A question as words and as one direction; what of it needs no network. */
export interface Query {
  readonly language: Language;
  readonly terms: readonly string[];
  /** Inverse document frequency of each term over passages; terms that stand nowhere count in full. */
  readonly weights: ReadonlyMap<string, number>;
  /** The most that a passage, and that a whole article, could score by BM25. */
  readonly largestScore: number;
  readonly largestArticleScore: number;
  /** By the built-in table, for sentences; null when it knows no word of the question. */
  readonly vector: Float32Array | null;
}

export interface QueryDeps {
  readonly store: PassageStore;
  readonly encoder: SentenceEncoder;
}

export function readQuery(question: Question, { store, encoder }: QueryDeps): Query {
  const terms = distinctTerms(question.text);
  const { passages, articles } = store.facts();
  const weights = weigh(terms, passages, store.documentFrequency(terms));
  return {
    language: question.language,
    terms,
    weights,
    largestScore: largestScore(weights.values()),
    largestArticleScore: largestScore(weigh(terms, articles, store.articleFrequency(terms)).values()),
    vector: encoder.encode(question.text),
  };
}

/** Share of the question's weighted words among these, 0-1. */
export function shareOfWords(words: Iterable<string>, { weights }: Pick<Query, "weights">): number {
  const present = new Set(words);
  let held = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    if (present.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function weigh(terms: readonly string[], total: number, frequency: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(terms.map((term) => [term, inverseDocumentFrequency(total, frequency.get(term) ?? 0)]));
}
