import type { Alignment } from "./align.ts";
import { WEIGHTS } from "./weights.ts";

/** What the score looks at; each is a number that a reader can check by hand. */
export interface Signals {
  /** Weighted share of the claim that its best two sentences meet, 0-1. */
  readonly bestTwo: number;
  /** The same of the clause that is met least, by all sentences: an invented one shows here. */
  readonly weakestClause: number;
  /** 1 where claim and sentences are in two languages. */
  readonly across: number;
}

export const SIGNALS = ["bestTwo", "weakestClause", "across"] as const satisfies readonly (keyof Signals)[];

export function signalsOf({ words, met, bySentence }: Alignment, isAcross: boolean): Signals {
  const clauses = Map.groupBy(words.keys(), (index) => words[index]?.clause ?? 0);
  return {
    bestTwo: bestTwo(bySentence, words),
    weakestClause: Math.min(
      1,
      ...[...clauses.values()].map((indexes) =>
        isAcross ? share(met, words, [...indexes]) : clauseShare(met, words, [...indexes]),
      ),
    ),
    across: isAcross ? 1 : 0,
  };
}

/** In so short a claim one word is all that it says: "The ferry sank." */
const SHORT = 4;
const LITTLE = 0.1;

/** Weighted mean of what is met; of a very short claim no more than what its worst telling word is met. */
function clauseShare(met: readonly number[], words: Alignment["words"], indexes: readonly number[]): number {
  const mean = share(met, words, [...indexes]);
  if (words.length > SHORT) return mean;
  const worst = Math.min(
    ...indexes.filter((index) => (words[index]?.weight ?? 0) >= 1).map((index) => met[index] ?? 0),
  );
  return Math.min(mean, worst + LITTLE);
}

/** Weighted mean of what is met, 0-1. */
export function share(met: readonly number[], words: Alignment["words"], indexes = [...words.keys()]): number {
  const weightOf = (index: number) => words[index]?.weight ?? 0;
  const all = indexes.reduce((sum, index) => sum + weightOf(index), 0);
  return all === 0 ? 0 : indexes.reduce((sum, index) => sum + weightOf(index) * (met[index] ?? 0), 0) / all;
}

/** The best sentence and the one that adds most to it: a claim that needs more merges too much to be clear. */
function bestTwo(bySentence: Alignment["bySentence"], words: Alignment["words"]): number {
  const best = bySentence.reduce<readonly number[]>((a, b) => (share(b, words) > share(a, words) ? b : a), []);
  return bySentence.reduce((most, row) => {
    const both = row.map((met, index) => Math.max(met, best[index] ?? 0));
    return Math.max(most, share(both, words));
  }, 0);
}

/** How likely the sentences bear the claim out as far as words can tell, 0-1: a logistic regression. */
export function scoreOf(signals: Signals): number {
  const sum = SIGNALS.reduce((total, name) => total + WEIGHTS.signals[name] * signals[name], WEIGHTS.intercept);
  return 1 / (1 + Math.exp(-sum));
}
