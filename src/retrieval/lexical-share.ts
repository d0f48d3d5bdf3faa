/**
 * How much of a question a passage answers by its words alone: its BM25 score over the most that any passage could get,
 * 0-1. Unlike a rank or a z-score it shrinks by itself when the words have nothing to say, as across languages.
 */

/** SQLite FTS5's fixed BM25 parameter (https://sqlite.org/fts5.html#the_bm25_function). */
const K1 = 1.2;
/** FTS5 gives a term in more than half of the rows this weight instead of a negative one. */
const LEAST_IDF = 1e-6;

/** Inverse document frequency as FTS5 computes it. */
export function inverseDocumentFrequency(passages: number, withTerm: number): number {
  return Math.max(LEAST_IDF, Math.log((passages - withTerm + 0.5) / (withTerm + 0.5)));
}

/** The BM25 score of a passage that held every term endlessly often; terms of no passage count in full. */
export function largestScore(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) sum += weight * (K1 + 1);
  return sum;
}
