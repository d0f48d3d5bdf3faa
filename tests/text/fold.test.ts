import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { foldedText } from "../../src/text/folded-text.ts";

/** What composes, expands, reorders or changes with its neighbours. */
const AWKWARD = [
  ..."aZȩ́ḍ̇ΟΣς İſßＡ９％①㎏ﬁ…¨　\t\n\u00a0\u200d각각ㄱㅏﾡﾂｶﾞﾟﾊがｶ汉字的臺灣豈𝒜𠮷👩‍🚀🇨🇳ৈাொ",
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
    ["臺灣大學", "台湾大学"],
    ["《论语》：“学而”", "《论语》:“学而”"],
  ])("%j becomes %j", (text, folded) => expect(fold(text)).toBe(folded));

  it("is the same in blocks, and each place leads back to what was folded to it", () => {
    const odd = fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 24 });
    const any = fc.string({ unit: "binary", maxLength: 24 });
    const before = fc.constantFrom(0, 1_985, 1_990, 1_995, 3_990).map((length) => "汉".repeat(length));
    fc.assert(
      fc.property(before, fc.oneof(odd, any), (filler, tail) => {
        const text = `${filler}${tail}`;
        const { folded, sourceOf } = foldedText(text);
        expect(folded).toBe(fold(text));
        for (let at = filler.length; at < folded.length; at++) {
          const { start, end } = sourceOf({ start: at, end: at + 1 });
          expect(fold(text.slice(start, end))).toContain(folded[at] ?? "");
          expect(start).toBeGreaterThanOrEqual(sourceOf({ start: Math.max(0, at - 1), end: at || 1 }).start);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
