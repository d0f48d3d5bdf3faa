import { describe, expect, it } from "vitest";
import { aurocInterval, createRandom, meanInterval } from "../../tools/evaluation/bootstrap.ts";
import { auroc, hitAt, mean, ndcgAt, quantile, reciprocalRankAt } from "../../tools/evaluation/metrics.ts";

const log2 = Math.log2;

describe("ranks", () => {
  it.each<[ranks: number[], relevant: number, hit1: number, hit5: number, mrr: number, ndcg: number]>([
    [[1], 1, 1, 1, 1, 1],
    [[2], 1, 0, 1, 1 / 2, 1 / log2(3)],
    [[7], 1, 0, 0, 1 / 7, 1 / log2(8)],
    [[11], 1, 0, 0, 0, 0],
    [[], 1, 0, 0, 0, 0],
    [[1, 3], 2, 1, 1, 1, (1 + 1 / 2) / (1 + 1 / log2(3))],
    [[3], 2, 0, 1, 1 / 3, 1 / 2 / (1 + 1 / log2(3))],
  ])("gold at %j of %d", (ranks, relevant, hit1, hit5, mrr, ndcg) => {
    expect(hitAt(1, ranks)).toBe(hit1);
    expect(hitAt(5, ranks)).toBe(hit5);
    expect(reciprocalRankAt(10, ranks)).toBeCloseTo(mrr, 12);
    expect(ndcgAt(10, ranks, relevant)).toBeCloseTo(ndcg, 12);
  });
});

describe("AUROC", () => {
  it.each<[up: number[], down: number[], value: number | null]>([
    [[0.9, 0.8], [0.1, 0.2], 1],
    [[0.1], [0.9], 0],
    [[0.5], [0.5], 0.5],
    // pairs won: .8 over .3 and .5 (2), .4 over .3 (1) of 4
    [[0.8, 0.4], [0.3, 0.5], 3 / 4],
    // .5 ties with .5 (half), beats .2
    [[0.5], [0.5, 0.2], 3 / 4],
    [[], [0.1], null],
    [[0.1], [], null],
  ])("%j over %j is %j", (up, down, value) => expect(auroc(up, down)).toBe(value));
});

it.each<[(number | null)[], number | null]>([
  [[1, 0, null, 1], 2 / 3],
  [[null], null],
  [[], null],
])("mean of %j is %j", (values, expected) => expect(mean(values)).toBe(expected));

it.each<[values: number[], share: number, expected: number | null]>([
  [[3, 1, 2, 4], 0.5, 2],
  [[3, 1, 2, 4], 0.95, 4],
  [[10], 0.5, 10],
  [[100, 20, 3], 0.5, 20],
  [[], 0.5, null],
])("quantile of %j at %d is %j", (values, share, expected) => expect(quantile(values, share)).toBe(expected));

describe("bootstrap intervals", () => {
  const half = Array.from({ length: 400 }, (_, index) => index % 2);

  it("come near the normal approximation of a proportion", () => {
    const [low, high] = meanInterval(half) ?? [Number.NaN, Number.NaN];
    const margin = 1.96 * Math.sqrt(0.25 / half.length);
    expect(low).toBeCloseTo(0.5 - margin, 1.5);
    expect(high).toBeCloseTo(0.5 + margin, 1.5);
  });

  it("repeat exactly", () => expect(meanInterval(half)).toEqual(meanInterval(half)));
  it("have no width where nothing varies", () => expect(meanInterval([1, 1, 1])).toEqual([1, 1]));
  it("are absent where there is nothing", () => {
    expect(meanInterval([])).toBeNull();
    expect(aurocInterval([], [1])).toBeNull();
  });

  it("of AUROC hold the value and stay within 0-1", () => {
    const random = createRandom(1);
    const up = Array.from({ length: 60 }, () => random() + 0.3);
    const down = Array.from({ length: 60 }, () => random());
    const [low, high] = aurocInterval(up, down) ?? [Number.NaN, Number.NaN];
    const value = auroc(up, down) ?? Number.NaN;
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(low).toBeGreaterThan(0.5);
    expect(high).toBeLessThanOrEqual(1);
    expect(aurocInterval([2, 3], [0, 1])).toEqual([1, 1]);
  });
});
