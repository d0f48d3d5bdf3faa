import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginning, oneLine, shortened } from "../../src/text/shorten.ts";

const ANY = fc.string({ unit: "binary", maxLength: 200 });

describe("words of strangers", () => {
  it.each([
    ["two\nlines\r\n\tof", "two lines of"],
    ["\u001b[31mred\u0007", " [31mred "],
    ["pdf\u202efdp.exe\u2066x\u2069", "pdffdp.exex"],
    ["👩‍🚀 stays", "👩‍🚀 stays"],
  ])("%j stand in one line of ours", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it("never break a line, obey a terminal, turn round or hold half a character", () => {
    fc.assert(
      fc.property(ANY, fc.integer({ min: 1, max: 60 }), (text, chars) => {
        const short = shortened(text, chars);
        expect(short).not.toMatch(/[\p{Cc}\n\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(short.isWellFormed()).toBe(true);
        expect(short.length).toBeLessThanOrEqual(chars);
      }),
    );
  });

  it("are cut between characters", () => {
    expect(beginning("a😀b", 2)).toBe("a");
    expect(beginning("a😀b", 3)).toBe("a😀");
  });
});
