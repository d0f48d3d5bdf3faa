/** Bounds of a 95% interval. */
export type Interval = readonly [low: number, high: number];

const RESAMPLES = 1_000;
const SEED = 20_240_513;

/** Percentile bootstrap (Efron & Tibshirani 1993) of a mean; seeded, so that a run repeats exactly. null of nothing. */
export function meanInterval(values: readonly number[]): Interval | null {
  if (values.length === 0) return null;
  const random = createRandom();
  return intervalOf(() => {
    let total = 0;
    for (let draw = 0; draw < values.length; draw++) total += values[Math.floor(random() * values.length)] ?? 0;
    return total / values.length;
  });
}

/** The same for AUROC, positives and negatives resampled apart, so that neither runs out. */
export function aurocInterval(positives: readonly number[], negatives: readonly number[]): Interval | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const random = createRandom();
  const places = placesOf([...positives, ...negatives]);
  const up = positives.map((score) => places.get(score) ?? 0);
  const down = negatives.map((score) => places.get(score) ?? 0);
  return intervalOf(() => aurocOfCounts(countDraws(up, places.size, random), countDraws(down, places.size, random)));
}

/** Score -> its place among the distinct scores, lowest first: sorting once serves all resamples. */
function placesOf(scores: readonly number[]): ReadonlyMap<number, number> {
  const distinct = [...new Set(scores)].sort((a, b) => a - b);
  return new Map(distinct.map((score, place) => [score, place]));
}

function countDraws(places: readonly number[], size: number, random: () => number): Float64Array {
  const counts = new Float64Array(size);
  for (let draw = 0; draw < places.length; draw++) {
    const place = places[Math.floor(random() * places.length)] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

function aurocOfCounts(up: Float64Array, down: Float64Array): number {
  let wins = 0;
  let ups = 0;
  let downs = 0;
  for (const [place, positives] of up.entries()) {
    const negatives = down[place] ?? 0;
    wins += positives * (downs + negatives / 2);
    ups += positives;
    downs += negatives;
  }
  return wins / (ups * downs);
}

function intervalOf(statistic: () => number): Interval {
  const drawn = Float64Array.from({ length: RESAMPLES }, statistic).sort();
  const at = (share: number) => drawn[Math.round(share * (RESAMPLES - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

/** mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1). */
export function createRandom(seed = SEED): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
