import type { Language, Question } from "../domain.ts";
import type { Embedder, PassageStore, SentenceEncoder } from "../ports.ts";
import { distinctTerms } from "../text/terms.ts";
import { inverseDocumentFrequency, largestScore } from "./lexical-share.ts";

/** A question as both searches see it. */
export interface Query {
  readonly language: Language;
  readonly terms: readonly string[];
  /** Inverse document frequency of each term; terms that stand nowhere count in full. */
  readonly weights: ReadonlyMap<string, number>;
  readonly largestScore: number;
  /** For passages, by the configured embedder; null when it knows no word of the question. */
  readonly passageVector: Float32Array | null;
  /** For sentences, always by the built-in table. */
  readonly sentenceVector: Float32Array | null;
}

export interface QueryDeps {
  readonly store: PassageStore;
  readonly embedder: Embedder;
  readonly encoder: SentenceEncoder;
}

export async function readQuery(question: Question, deps: QueryDeps, signal?: AbortSignal): Promise<Query> {
  const terms = distinctTerms(question.text);
  const weights = termWeights(terms, deps.store);
  return {
    language: question.language,
    terms,
    weights,
    largestScore: largestScore(weights.values()),
    passageVector: await deps.embedder.embedQuery(question.text, signal),
    sentenceVector: deps.encoder.encode(question.text),
  };
}

function termWeights(terms: readonly string[], store: PassageStore): Map<string, number> {
  const { passages } = store.facts();
  const frequency = store.documentFrequency(terms);
  return new Map(terms.map((term) => [term, inverseDocumentFrequency(passages, frequency.get(term) ?? 0)]));
}
