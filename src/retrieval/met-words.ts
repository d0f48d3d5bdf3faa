import { dot } from "../dot.ts";
import type { SentenceEncoder } from "../ports.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { terms } from "../text/terms.ts";
import { plainWords } from "../text/words.ts";
import type { Query } from "./query.ts";

/** For each word of the question how well a text meets it: 1 where it stands there, else the cosine of its nearest word. */
export type Met = readonly number[];

export interface AskedWords {
  /** Rarity of each word of the question, 1 or more. */
  readonly weights: readonly number[];
  /** The same for texts of the other language, where function words count nothing. */
  readonly weightsAcross: readonly number[];
  readonly meet: (text: string) => Met;
}

/**
 * The question word by word: "beat" is met by "defeated" and 发电 by "power", which one vector of a whole sentence blurs.
 * Vectors of words are kept as long as this is.
 */
export function askedWords(
  question: string,
  { weights }: Pick<Query, "weights">,
  encoder: SentenceEncoder,
): AskedWords {
  const asked = plainWords(question).map((word) => ({ word, vector: encoder.encode(word) }));
  const known = new Map<string, Met>();
  const likeness = (word: string): Met => {
    const vector = encoder.encode(word);
    return asked.map((one) => (one.word === word ? 1 : vector && one.vector ? dot(vector, one.vector) : 0));
  };
  const remembered = (word: string): Met => {
    const likenesses = known.get(word) ?? likeness(word);
    known.set(word, likenesses);
    return likenesses;
  };
  const rarity = asked.map(({ word }) => Math.max(1, ...terms(word).map((term) => weights.get(term) ?? 0)));
  return {
    weights: rarity,
    weightsAcross: rarity.map((weight, index) => (terms(asked[index]?.word ?? "").every(isFunctionWord) ? 0 : weight)),
    meet: (text) => bestOf(plainWords(text).map(remembered), asked.length),
  };
}

/** What several texts meet together. */
export function bestOf(mets: readonly Met[], words: number): Met {
  return Array.from({ length: words }, (_, index) => mets.reduce((best, met) => Math.max(best, met[index] ?? 0), 0));
}

/** Weighted mean of what is met, 0-1. */
export function shareMet(met: Met, weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : weights.reduce((sum, weight, index) => sum + weight * (met[index] ?? 0), 0) / all;
}

/**
 * Share of the question that each sentence of one passage meets, 0-1. What all of them speak of tells none apart, so a
 * word weighs the less the better the passage meets it throughout.
 */
export function tellingShares(sentences: readonly Met[], weights: readonly number[]): number[] {
  const telling = weights.map((weight, index) => {
    const mean = sentences.reduce((sum, met) => sum + (met[index] ?? 0), 0) / sentences.length;
    return weight * (1 - mean) ** 2;
  });
  return sentences.map((met) => shareMet(met, telling));
}
