/** Formulas of the field over plain numbers. Ranks count from 1; relevance is binary. */

/** 1 when something relevant is among the first k, else 0. */
export function hitAt(k: number, relevantRanks: readonly number[]): number {
  return relevantRanks.some((rank) => rank <= k) ? 1 : 0;
}

/** Reciprocal rank of the first relevant result, 0 beyond k. */
export function reciprocalRankAt(k: number, relevantRanks: readonly number[]): number {
  const first = Math.min(...relevantRanks);
  return first <= k ? 1 / first : 0;
}

/** nDCG@k (Järvelin & Kekäläinen 2002) with gains 0 and 1; `relevant` is how many relevant results exist. */
export function ndcgAt(k: number, relevantRanks: readonly number[], relevant: number): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 1);
  const ideal = sum(Array.from({ length: Math.min(k, relevant) }, (_, index) => gain(index + 1)));
  return ideal === 0 ? 0 : sum(relevantRanks.filter((rank) => rank <= k).map(gain)) / ideal;
}

/** Mean of what is there; null when nothing is. */
export function mean(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : sum(present) / present.length;
}

/** Quantile by nearest rank; null of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/**
 * Chance that a positive scores above a negative, ties counting half (Mann-Whitney U; Fawcett 2006). null when either
 * kind is absent.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const scored = [
    ...positives.map((score) => ({ score, positive: 1 })),
    ...negatives.map((score) => ({ score, positive: 0 })),
  ];
  scored.sort((a, b) => a.score - b.score);
  let wins = 0;
  let below = 0;
  for (let start = 0; start < scored.length; ) {
    let end = start;
    let up = 0;
    while (end < scored.length && scored[end]?.score === scored[start]?.score) up += scored[end++]?.positive ?? 0;
    const down = end - start - up;
    wins += up * (below + down / 2);
    below += down;
    start = end;
  }
  return wins / (positives.length * negatives.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
