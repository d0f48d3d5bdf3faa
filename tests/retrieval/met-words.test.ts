import { beforeAll, describe, expect, it } from "vitest";
import type { SentenceEncoder } from "../../src/ports.ts";
import { type AskedWords, askedWords, bestOf, shareMet, tellingShares } from "../../src/retrieval/met-words.ts";
import { builtInModels } from "../../src/wiring.ts";

let encoder: SentenceEncoder;
beforeAll(() => {
  encoder = builtInModels().encoder;
});
const read = (question: string): AskedWords => askedWords(question, { weights: new Map() }, encoder);

describe("words of a question met by a text", () => {
  it("are met in full where they stand there, whatever their case or width", () => {
    const { meet, weights } = read("ＤＥＦＥＡＴ Normans");
    expect(shareMet(meet("The Normans met defeat."), weights)).toBeCloseTo(1);
  });

  it.each([
    ["Who beat the king?", "The king was defeated.", "The king was tired."],
    ["发电量", "power generation", "a walk in the garden"],
    ["Which bridge is longest?", "最长的大桥", "最好吃的苹果"],
  ])("%s is met better by “%s” than by “%s”", (question, nearer, farther) => {
    const { meet, weights } = read(question);
    expect(shareMet(meet(nearer), weights)).toBeGreaterThan(shareMet(meet(farther), weights));
  });

  it("leaves out the words that ask", () => {
    expect(read("Who, what, when?").weights).toEqual([]);
    expect(shareMet(read("Who, what, when?").meet("anything"), [])).toBe(0);
  });
});

it("weighs less what all sentences of a passage speak of", () => {
  const everywhereAndHere = [1, 1];
  const onlyEverywhere = [1, 0];
  const [first = 0, second = 0] = tellingShares([everywhereAndHere, onlyEverywhere], [1, 1]);
  expect(first).toBeCloseTo(1);
  expect(second).toBeLessThan(shareMet(onlyEverywhere, [1, 1]));
});

it("joins what several texts meet", () => {
  expect(bestOf([[0.2, 0.9], [0.7, 0.1], []], 2)).toEqual([0.7, 0.9]);
  expect(bestOf([], 2)).toEqual([0, 0]);
});
