import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldWithPlaces } from "../../src/text/fold.ts";

/** What composes, expands, reorders or changes with its neighbours. */
const AWKWARD = [
  ..."aZȩ́ḍ̇ΟΣς İſßＡ９％①㎏ﬁ…¨　\t\n\u00a0\u200d각각ㄱㅏﾡﾂｶﾞﾟﾊがｶ汉字的豈𝒜𠮷👩‍🚀🇨🇳ৈাொ",
  "\u0301",
  "\u0323",
  "\u0345",
  "\u1161",
  "\u11a8",
  "\uff9e",
];

describe("folding", () => {
  it.each([
    ["ＯｐｅｎＡＩ", "openai"],
    ["１９３５．３", "1935.3"],
    ["a \t\n\u3000b", "a b"],
    ["ΟΔΟΣ", "οδοσ"],
    ["㎏", "kg"],
    ["ｶﾞ", "ガ"],
    ["e\u0301", "é"],
    ["《论语》：“学而”", "《论语》:“学而”"],
  ])("%j becomes %j", (text, folded) => expect(fold(text)).toBe(folded));

  it("is the same whether or not the places are kept", () => {
    const odd = fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 24 });
    const any = fc.string({ unit: "binary", maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(odd, any), (text) => {
        const { folded, starts, ends } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      }),
      { numRuns: 3_000 },
    );
  });

  it("leads each place back to what was folded to it", () => {
    const odd = fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 12 });
    fc.assert(
      fc.property(odd, (text) => {
        const { folded, starts, ends } = foldWithPlaces(text);
        for (const [at, start] of starts.entries())
          expect(fold(text.slice(start, ends[at]))).toContain(folded[at] ?? "");
      }),
    );
  });
});
