import { describe, expect, it } from "vitest";
import { LEXICON } from "../../src/language/lexicon.ts";

describe("the word lists", () => {
  it.each(["zh", "en"] as const)("of %s hold one expression after another, on whatever line", (language) => {
    const { cues, extent, opposites, conjunctions } = LEXICON[language];
    const pairs = Object.values(opposites).flatMap(({ said, turned }) => [said, turned]);
    // A line break inside an expression would be looked for in texts.
    for (const { source } of [conjunctions, ...Object.values(cues), ...Object.values(extent), ...pairs])
      expect(source).not.toMatch(/\\n|\|\|/);
  });

  it.each([
    ["plan", "the probe is on its way to the moon"],
    ["plan", "they promised to pay"],
    ["future", "the line will open"],
  ] as const)("finds a %s in %j", (cue, text) => {
    expect(text.search(LEXICON.en.cues[cue])).toBeGreaterThanOrEqual(0);
  });
});
