import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_QUESTION_CHARS, shortenQuestion } from "../../src/text/long-question.ts";

const pasted = "灯塔在1931年建成。It was lit. ".repeat(200);

describe("a long question", () => {
  it.each([
    { name: "asked behind it", text: `${pasted} 赵州桥是谁建的？`, starts: "赵州桥是谁建的？ … 灯塔在1931年建成。" },
    { name: "asked in front of it", text: `Who built it? ${pasted}`, starts: "Who built it? 灯塔在1931年建成。" },
    {
      name: "asked behind it in one of several sentences",
      text: `${pasted} Look. Who built it?`,
      starts: "Who built it? … 灯塔",
    },
    { name: "nothing asked", text: pasted, starts: "灯塔在1931年建成。It was lit. 灯塔" },
  ])("$name begins with what is asked", ({ text, starts }) => {
    expect(shortenQuestion(text).startsWith(starts)).toBe(true);
  });

  it("is within the limit and in whole characters, whatever it is", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "灯", "😀", " ", "？", ".", "?"),
      minLength: 1_900,
      maxLength: 4_000,
    });
    fc.assert(
      fc.property(text, (words) => {
        const short = shortenQuestion(words);
        expect(short.length).toBeLessThanOrEqual(LONGEST_QUESTION_CHARS);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });

  it("keeps its beginning and its end where nothing is asked, and all up to the limit", () => {
    const short = shortenQuestion(`Begin. ${pasted} End.`);
    expect([short.startsWith("Begin."), short.endsWith("End.")]).toEqual([true, true]);
    const text = "a".repeat(LONGEST_QUESTION_CHARS);
    expect(shortenQuestion(text)).toBe(text);
  });
});
