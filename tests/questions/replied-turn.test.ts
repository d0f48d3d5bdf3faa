import { describe, expect, it } from "vitest";
import type { Turn } from "../../src/domain.ts";
import { turnRepliedTo } from "../../src/questions/replied-turn.ts";

const turn = (question: string, ...claims: readonly string[]): Turn => ({
  question,
  answer: claims.join("\n"),
  read: question,
  claims: claims.map((text) => ({ text, citations: [], mark: "matches" })),
});
const TURNS = [
  turn("bridge?", "The bridge opened in 1937.", "It is 2,737 m long."),
  turn("fair?", "The fair was in 1889."),
  turn("nothing?"),
];

describe("the turn that was replied to", () => {
  it.each([
    [
      "all of its message",
      "The bridge opened in 1937. [1] · matches\n\nIt is 2,737 m long. [2]\n\nSources …",
      "bridge?",
      2,
    ],
    ["a quoted part", "2,737 m", "bridge?", 1],
    ["with other blanks", "The  fair was\nin 1889.", "fair?", 1],
  ])("is known by %s", (_, words, question, claims) => {
    const found = turnRepliedTo(words, TURNS);
    expect([found?.question, found?.claims.length]).toEqual([question, claims]);
  });

  it.each(["", "…", "Something else altogether."])("is none for %j", (words) =>
    expect(turnRepliedTo(words, TURNS)).toBeNull(),
  );
});
