import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../tools/evaluation/fold.ts";
import {
  containsGold,
  createQuoteFinder,
  overlapsHalf,
  shareSubstring,
  sharesHalf,
  tokenF1,
} from "../../tools/evaluation/matching.ts";

describe("folding", () => {
  it.each([
    ["Full-width ＡＢＣ１２３", "fullwidthabc123"],
    ["Café, naïve!", "cafenaive"],
    ["人工 智能（AI）。", "人工智能ai"],
    ["1,234.50", "1234.50"],
    ["２，０００．５", "2000.5"],
    ["Version 2. 5 of", "version2 5of"],
    ["in 2016, 30 people", "in2016 30people"],
    ["a [link](https://x.org/1) and <b>bold</b> **strong**", "alinkandboldstrong"],
    ["1 < 2 and 3 > 2", "1 2and3 2"],
    ["", ""],
  ])("%j -> %j", (text, folded) => expect(fold(text)).toBe(folded));

  it("is the same when done twice", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((text) => !/[.,<\]]/.test(text)),
        (text) => fold(fold(text)) === fold(text),
      ),
    ));
});

describe("an accepted answer stands in a text", () => {
  it.each<[text: string, answers: string[], holds: boolean]>([
    ["The Panthers gave up just 308 points.", ["308"], true],
    ["They scored 1308 points.", ["308"], false],
    ["They scored 3,080 points.", ["308"], false],
    ["It grew by 2.5% that year.", ["2"], false],
    ["It grew by 2.5% that year.", ["2.5"], true],
    ["排放量为10000吨。", ["10,000吨。"], true],
    ["共１０，０００吨", ["10000 吨"], true],
    ["由《光荣》和ω-Force开发", ["光荣和ω-force"], true],
    ["in 2016 30 people came", ["2016"], true],
    ["nothing of it", ["other", "OF  it"], true],
    ["nothing of it", ["…"], false],
    ["nothing of it", [], false],
  ])("%j, %j: %j", (text, answers, holds) => expect(containsGold(text, answers)).toBe(holds));
});

describe("token F1", () => {
  it.each<[text: string, answers: string[], f1: number]>([
    ["Broncos", ["Broncos"], 1],
    // 2 common of 3 and 2 tokens
    ["the Denver Broncos", ["Denver Broncos"], 4 / 5],
    ["the Denver Broncos", ["Carolina", "Denver Broncos"], 4 / 5],
    // 四次: 2 common of 5 and 2
    ["带队四次夺", ["四次"], 4 / 7],
    ["a a b", ["a b b"], 4 / 6],
    ["1,234 people", ["1234"], 2 / 3],
    ["x", ["y"], 0],
    ["", ["y"], 0],
    ["x", [], 0],
  ])("%j, %j: %d", (text, answers, f1) => expect(tokenF1(text, answers)).toBeCloseTo(f1, 12));
});

describe("a shared substring", () => {
  const longest = (a: string, b: string): number => {
    let best = 0;
    for (let i = 0; i < a.length; i++)
      for (let j = 0; j < b.length; j++) {
        let length = 0;
        while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
        best = Math.max(best, length);
      }
    return best;
  };

  it("is found exactly when the longest one is long enough", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 12 }), (a, b, length) => {
        expect(shareSubstring(a, b, length)).toBe(longest(a, b) >= length);
      }),
    );
  });

  it.each<[name: string, gold: string, found: string, whole: number | undefined, holds: boolean]>([
    ["the whole quote", "abcdefghij", "xxxxabcdefghijxxxxxxx", undefined, true],
    ["half of the quote", "abcdefghij", "xxxxxxxxxxxxabcdexxxxxx", undefined, true],
    ["less than half", "abcdefghij", "xxxxxxxxxxxxxxxxxxxabcdxxx", undefined, false],
    [
      "a passage inside a longer gold passage",
      "0123456789abcdefghijklmnopqrstuvwxyz",
      "0123456789abcdefghij",
      undefined,
      true,
    ],
    ["a stump of a passage", "0123456789abcdefghijklmnopqrstuvwxyz", "abc", 200, false],
    ["a tiny passage", "0123456789abcdefghijklmnopqrstuvwxyz", "abc", undefined, false],
    ["no gold", "", "abc", undefined, false],
  ])("%s", (_, gold, found, whole, holds) => expect(sharesHalf(gold, found, whole)).toBe(holds));
});

describe("a quote in a body", () => {
  const body = "开头。\n\n他说：**“1,234 人”**到场，[全文](https://x.org/a)在此。";
  it.each<[quote: string, found: string | null]>([
    ["他说“1234人”到场", "他说：**“1,234 人”**到场"],
    ["到场，全文在此", "到场，[全文](https://x.org/a)在此"],
    ["没有这句", null],
    ["", null],
  ])("%j", (quote, found) => {
    const span = createQuoteFinder(body)(quote);
    expect(span === null ? null : body.slice(span.start, span.end)).toBe(found);
  });

  it.each<[number, number, number, number, boolean]>([
    [0, 10, 5, 15, true],
    [0, 10, 6, 16, false],
    [0, 100, 40, 44, true],
    [0, 10, 10, 20, false],
  ])("%d-%d and %d-%d overlap by half: %j", (a, b, c, d, holds) => {
    expect(overlapsHalf({ start: a, end: b }, { start: c, end: d })).toBe(holds);
  });
});
