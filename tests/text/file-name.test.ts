import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileStem } from "../../src/text/file-name.ts";

describe("words as a file's name", () => {
  it.each([
    ["When was it lit?", "When-was-it-lit"],
    ["灯塔：什么时候点亮的？", "灯塔-什么时候点亮的"],
    ["../../etc/passwd", "etc-passwd"],
    ["?!", ""],
  ])("%s", (words, stem) => {
    expect(fileStem(words)).toBe(stem);
  });

  it("are short, whole characters, and nothing that a file system or a shell reads", () => {
    const words = fc.string({ unit: "binary", maxLength: 120 });
    fc.assert(
      fc.property(words, (given) => {
        const stem = fileStem(given);
        expect(stem).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u);
        expect([...stem].length).toBeLessThanOrEqual(50);
        expect(stem.isWellFormed()).toBe(true);
      }),
    );
  });
});
