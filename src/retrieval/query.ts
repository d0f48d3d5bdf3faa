import type { Language, Question } from "../domain.ts";
import type { PassageStore, SentenceEncoder } from "../ports.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { distinctTerms, terms } from "../text/terms.ts";
import { inverseDocumentFrequency, largestScore } from "./lexical-share.ts";

/** Each further word costs time with every passage that holds it; no question of the evaluation sets has as many. */
const MOST_TERMS = 96;

/** A question as words and as one direction; what of it needs no network. */
export interface Query {
  readonly language: Language;
  readonly terms: readonly string[];
  /** Inverse document frequency of each term over passages; terms that stand nowhere count in full. */
  readonly weights: ReadonlyMap<string, number>;
  /** The most that a passage, and that a whole article, could score by BM25. */
  readonly largestScore: number;
  readonly largestArticleScore: number;
  /** The question as a passage of the other language is held against it: "the" is rare in Chinese and tells nothing there. */
  readonly across: Pick<Query, "terms" | "largestScore">;
  /** By the built-in table, for sentences; null when it knows no word of the question. */
  readonly vector: Float32Array | null;
}

export interface QueryDeps {
  readonly store: PassageStore;
  readonly encoder: SentenceEncoder;
}

export function readQuery(question: Question, { store, encoder }: QueryDeps): Query {
  const { passages, articles } = store.facts();
  const all = distinctTerms(question.text);
  const frequency = store.documentFrequency(all);
  const weightOfAll = weigh(all, passages, frequency);
  const asked = all.length <= MOST_TERMS ? all : mostTelling(question.text, weightOfAll, frequency);
  const weights = new Map(asked.map((term) => [term, weightOfAll.get(term) ?? 0]));
  const telling = asked.filter((term) => !isFunctionWord(term));
  return {
    language: question.language,
    across: { terms: telling, largestScore: largestScore(telling.map((term) => weights.get(term) ?? 0)) },
    terms: asked,
    weights,
    largestScore: largestScore(weights.values()),
    largestArticleScore: largestScore(weigh(asked, articles, store.articleFrequency(asked)).values()),
    vector: encoder.encode(question.text),
  };
}

/** Of a long text the words that stand in some passage and weigh most, each as often as it is said. */
function mostTelling(
  text: string,
  weights: ReadonlyMap<string, number>,
  frequency: ReadonlyMap<string, number>,
): string[] {
  const told = new Map<string, number>();
  for (const term of terms(text)) told.set(term, (told.get(term) ?? 0) + (weights.get(term) ?? 0));
  const known = [...told].filter(([term]) => (frequency.get(term) ?? 0) > 0);
  return known
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TERMS)
    .map(([term]) => term);
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
