import { dot } from "../dot.ts";
import type { SentenceEncoder } from "../ports.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { terms } from "../text/terms.ts";
import { plainWords } from "../text/words.ts";
import type { Query } from "./query.ts";

/** How well a text matches each word of the question: 1 if the word is there, otherwise the cosine of its nearest word. */
export type WordMatches = readonly number[];

export interface AskedWords {
  /** Rarity of each word of the question, 1 or more. */
  readonly weights: readonly number[];
  /** The same for texts in the other language, where function words do not count. */
  readonly weightsAcross: readonly number[];
  readonly match: (text: string) => WordMatches;
}

/**
 * The question word by word. "defeated" matches "beat" and "power" matches 发电, which one vector for a whole sentence
 * blurs. Word vectors are kept as long as this object is.
 */
export function askedWords(
  question: string,
  { weights }: Pick<Query, "weights">,
  encoder: SentenceEncoder,
): AskedWords {
  const asked = plainWords(question).map((word) => ({ word, vector: encoder.encode(word) }));
  const known = new Map<string, WordMatches>();
  const likeness = (word: string): WordMatches => {
    const vector = encoder.encode(word);
    return asked.map((one) => (one.word === word ? 1 : vector && one.vector ? dot(vector, one.vector) : 0));
  };
  const remembered = (word: string): WordMatches => {
    const likenesses = known.get(word) ?? likeness(word);
    known.set(word, likenesses);
    return likenesses;
  };
  const rarity = asked.map(({ word }) => Math.max(1, ...terms(word).map((term) => weights.get(term) ?? 0)));
  return {
    weights: rarity,
    weightsAcross: rarity.map((weight, index) => (terms(asked[index]?.word ?? "").every(isFunctionWord) ? 0 : weight)),
    match: (text) => bestOf(plainWords(text).map(remembered), asked.length),
  };
}

/** What several texts match together. */
export function bestOf(all: readonly WordMatches[], words: number): WordMatches {
  return Array.from({ length: words }, (_, index) =>
    all.reduce((best, matches) => Math.max(best, matches[index] ?? 0), 0),
  );
}

/** Weighted mean of the matches, 0-1. */
export function matchedShare(matches: WordMatches, weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : weights.reduce((sum, weight, index) => sum + weight * (matches[index] ?? 0), 0) / all;
}

/**
 * Share of the question that each sentence of one passage matches, 0-1. A word that all sentences mention does not tell
 * them apart, so a word weighs less the better the whole passage matches it.
 */
export function tellingShares(sentences: readonly WordMatches[], weights: readonly number[]): number[] {
  const telling = weights.map((weight, index) => {
    const mean = sentences.reduce((sum, matches) => sum + (matches[index] ?? 0), 0) / sentences.length;
    return weight * (1 - mean) ** 2;
  });
  return sentences.map((matches) => matchedShare(matches, telling));
}
