import { beforeAll, describe, expect, it } from "vitest";
import type { SentenceEncoder } from "../../src/ports.ts";
import { type AskedWords, askedWords, bestOf, matchedShare, tellingShares } from "../../src/retrieval/matched-words.ts";
import { builtInModels } from "../../src/wiring.ts";

let encoder: SentenceEncoder;
beforeAll(() => {
  encoder = builtInModels().encoder;
});
const read = (question: string): AskedWords => askedWords(question, { weights: new Map() }, encoder);

describe("words of a question matched by a text", () => {
  it("match in full when they are there, whatever their case or width", () => {
    const { match, weights } = read("ＤＥＦＥＡＴ Normans");
    expect(matchedShare(match("The Normans met defeat."), weights)).toBeCloseTo(1);
  });

  it.each([
    ["Who beat the king?", "The king was defeated.", "The king was tired."],
    ["发电量", "power generation", "a walk in the garden"],
    ["Which bridge is longest?", "最长的大桥", "最好吃的苹果"],
  ])("%s is matched better by “%s” than by “%s”", (question, nearer, farther) => {
    const { match, weights } = read(question);
    expect(matchedShare(match(nearer), weights)).toBeGreaterThan(matchedShare(match(farther), weights));
  });

  it("leaves out the words that ask", () => {
    expect(read("Who, what, when?").weights).toEqual([]);
    expect(matchedShare(read("Who, what, when?").match("anything"), [])).toBe(0);
  });
});

it("weighs less what all sentences of a passage speak of", () => {
  const everywhereAndHere = [1, 1];
  const onlyEverywhere = [1, 0];
  const [first = 0, second = 0] = tellingShares([everywhereAndHere, onlyEverywhere], [1, 1]);
  expect(first).toBeCloseTo(1);
  expect(second).toBeLessThan(matchedShare(onlyEverywhere, [1, 1]));
});

it("joins what several texts match", () => {
  expect(bestOf([[0.2, 0.9], [0.7, 0.1], []], 2)).toEqual([0.7, 0.9]);
  expect(bestOf([], 2)).toEqual([0, 0]);
});
