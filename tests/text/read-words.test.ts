import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWords } from "../../src/text/read-words.ts";

describe("the words of a search", () => {
  it.each([
    ["量子 纠缠", ["量子", "纠缠"]],
    ["　量子　 纠缠 ", ["量子", "纠缠"]],
    ['"deep  Learning" GPT-4o', ["deep learning", "gpt-4o"]],
    ["“人工 智能”芯片", ["人工 智能", "芯片"]],
    ["「氦 闪」『a b』", ["氦 闪", "a b"]],
    ["＂全 角＂", ["全 角"]],
    ["Helium helium ＨＥＬＩＵＭ", ["helium"]],
    ['5" screen', ["5", '"', "screen"]],
    ['""', ['"']],
    ["don't 《论语》 C++ 50%", ["don't", "《论语》", "c++", "50%"]],
    ["的", ["的"]],
    ["", []],
    [" \n ", []],
    ['" "', []],
  ])("%j", (text, words) => expect(readWords(text)).toEqual(words));

  it("are never empty, never twice, and lose no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab 的”“"「」\ud83d\n9'), maxLength: 20 }), (text) => {
        const words = readWords(text);
        expect(words).not.toContain("");
        expect(new Set(words).size).toBe(words.length);
        for (const letter of text.match(/[ab的9]/g) ?? []) expect(words.join("")).toContain(letter);
      }),
    );
  });
});
