import { describe, expect, it } from "vitest";
import { fuse } from "../../src/retrieval/fuse.ts";
import { inverseDocumentFrequency, largestScore } from "../../src/retrieval/lexical-share.ts";

const signals = {
  questionLanguage: "zh",
  passageLanguage: "zh",
  lexicalShare: 0,
  articleShare: 0,
  titleShare: 0,
  passageCosine: 0,
  sentenceCosine: 0,
} as const;

describe("fuse", () => {
  it("lets words lead where they match", () => {
    const words = fuse({ ...signals, lexicalShare: 0.6, passageCosine: 0.3, sentenceCosine: 0.3 });
    const meaning = fuse({ ...signals, lexicalShare: 0.1, passageCosine: 0.8, sentenceCosine: 0.8 });
    expect(words).toBeGreaterThan(meaning);
  });

  it("lets meaning lead across languages, where a stray digit is the only word", () => {
    const stray = fuse({
      ...signals,
      passageLanguage: "en",
      lexicalShare: 0.15,
      passageCosine: 0.1,
      sentenceCosine: 0.1,
    });
    const meant = fuse({ ...signals, passageLanguage: "en", lexicalShare: 0, passageCosine: 0.5, sentenceCosine: 0.5 });
    expect(meant).toBeGreaterThan(stray);
  });

  it("follows its formula", () => {
    expect(fuse({ ...signals, lexicalShare: 0.5, passageCosine: 0.4, sentenceCosine: 0.74 })).toBeCloseTo(
      0.5 + 0.35 * 0.54,
    );
    expect(
      fuse({ ...signals, passageLanguage: "en", lexicalShare: 0.5, passageCosine: 0.4, sentenceCosine: 0.74 }),
    ).toBeCloseTo(0.25 + 0.7 * 0.54);
    expect(fuse({ ...signals, articleShare: 0.5, titleShare: 0.4 })).toBeCloseTo(0.1 + 0.06);
    expect(fuse({ ...signals, passageLanguage: "en", articleShare: 0.5, titleShare: 0.4 })).toBeCloseTo(0.1);
  });
});

describe("the lexical share", () => {
  it.each([
    [1000, 0, Math.log(2001)],
    [1000, 10, Math.log(990.5 / 10.5)],
    [10, 9, 1e-6],
  ])("idf of a term in %2$d of %1$d passages", (passages, withTerm, expected) => {
    expect(inverseDocumentFrequency(passages, withTerm)).toBeCloseTo(expected, 9);
  });

  it("is measured against (k1 + 1) times the weights", () => {
    expect(largestScore([1, 2])).toBeCloseTo(6.6);
  });
});
