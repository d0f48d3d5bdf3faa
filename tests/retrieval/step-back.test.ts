import { describe, expect, it } from "vitest";
import type { Language, RetrievedPassage } from "../../src/domain.ts";
import { ownHeard, stepBack } from "../../src/retrieval/step-back.ts";

interface Scored {
  readonly id: string;
  readonly language: Language;
  readonly score: number;
  readonly words?: number;
  readonly meaning?: number;
}

const found = ({ id, language, score, words = 0, meaning = 0 }: Scored): RetrievedPassage =>
  ({
    passage: { id, language },
    score,
    lexical: { share: words, rank: null, article: 0, title: 0 },
    dense: { passage: meaning, sentence: meaning, rank: null },
  }) as unknown as RetrievedPassage;
const order = (passages: readonly RetrievedPassage[]) => passages.map(({ passage }) => passage.id).join(" ");

const STRAY: Scored = { id: "stray", language: "en", score: 0.4, words: 0.2, meaning: 0.15 };
const SECOND: Scored = { id: "second", language: "en", score: 0.35, words: 0.15, meaning: 0.1 };
const MEANT: Scored = { id: "meant", language: "zh", score: 0.25, meaning: 0.35 };

describe("the question's own language steps back", () => {
  it.each([
    ["where the other is nearer in meaning", [STRAY, SECOND, MEANT], "meant stray second"],
    ["not where its words match well", [{ ...STRAY, words: 0.9, meaning: 0.4 }, MEANT], "stray meant"],
    ["not where it is the nearer in meaning", [{ ...STRAY, meaning: 0.5 }, MEANT], "stray meant"],
    ["not where there is no other", [STRAY, SECOND], "stray second"],
  ])("%s", (_, passages, expected) => {
    expect(order(stepBack(passages.map(found), "en"))).toBe(expected);
  });

  it("and keeps its scores where all are of one language", () => {
    const passages = [STRAY, SECOND].map(found);
    expect(stepBack(passages, "zh")).toEqual(passages);
  });
});

describe("Chinese, in which is asked, is heard in third place", () => {
  it.each([
    ["en en en zh zh", "en0 en1 zh3 en2 zh4"],
    ["en zh en", "en0 zh1 en2"],
    ["zh zh zh en", "zh0 zh1 zh2 en3"],
    ["zh zh zh", "zh0 zh1 zh2"],
    ["zh en", "zh0 en1"],
    ["", ""],
  ])("%s", (languages, expected) => {
    const passages = languages
      .split(" ")
      .filter((language) => language !== "")
      .map((language, at) => found({ id: `${language}${at}`, language: language as Language, score: 1 - at / 10 }));
    expect(order(ownHeard(passages, "zh"))).toBe(expected);
  });
});
