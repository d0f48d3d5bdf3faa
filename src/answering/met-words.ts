import type { SentenceEncoder } from "../ports.ts";
import { cosine } from "../retrieval/cosine.ts";
import type { Query } from "../retrieval/query.ts";
import { terms } from "../text/terms.ts";
import { plainWords } from "../text/words.ts";

/** For each word of the question how well a text meets it: 1 where it stands there, else the cosine of its nearest word. */
export type Met = readonly number[];

export interface AskedWords {
  /** Rarity of each word of the question, 1 or more. */
  readonly weights: readonly number[];
  readonly meet: (text: string) => Met;
}

/** Word by word, since "beat" answers "defeated" and 发电 "power": what one vector of a whole sentence blurs. */
export function askedWords(
  question: string,
  { weights }: Pick<Query, "weights">,
  encoder: SentenceEncoder,
): AskedWords {
  const asked = plainWords(question).map((word) => ({ word, vector: encoder.encode(word) }));
  const known = new Map<string, Met>();
  const likeness = (word: string): Met => {
    const vector = encoder.encode(word);
    return asked.map((one) => (one.word === word ? 1 : vector && one.vector ? cosine(vector, one.vector) : 0));
  };
  const remembered = (word: string): Met => {
    const likenesses = known.get(word) ?? likeness(word);
    known.set(word, likenesses);
    return likenesses;
  };
  return {
    weights: asked.map(({ word }) => Math.max(1, ...terms(word).map((term) => weights.get(term) ?? 0))),
    meet(text) {
      const words = plainWords(text).map(remembered);
      return asked.map((_, index) => words.reduce((best, met) => Math.max(best, met[index] ?? 0), 0));
    },
  };
}

/**
 * Share of the question that each sentence of one passage meets, 0-1. What all of them speak of tells none apart, so a
 * word weighs the less the better the passage meets it throughout.
 */
export function sharesMet(sentences: readonly Met[], { weights }: Pick<AskedWords, "weights">): number[] {
  const telling = weights.map((weight, index) => {
    const mean = sentences.reduce((sum, met) => sum + (met[index] ?? 0), 0) / sentences.length;
    return weight * (1 - mean) ** 2;
  });
  const all = telling.reduce((sum, weight) => sum + weight, 0);
  return sentences.map((met) =>
    all === 0 ? 0 : telling.reduce((sum, weight, index) => sum + weight * (met[index] ?? 0), 0) / all,
  );
}
