import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KeptReply, VOTE_REASONS, type Vote } from "../../src/domain.ts";
import type { StoredVote } from "../../src/ports.ts";
import { readDataset } from "../../tools/evaluation/dataset.ts";
import { addQuestions, asLines } from "../../tools/evaluation/feedback-file.ts";
import { questionLineOf } from "../../tools/evaluation/from-feedback.ts";
import { parseQuestions } from "../../tools/evaluation/question-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const UP: Vote = { kind: "up" };
const down = (reason: (Vote & { kind: "down" })["reason"]): Vote => ({ kind: "down", reason });

const sentence = (sourcePath: string, text: string) => ({
  text,
  article: {
    title: "t",
    author: null,
    publishedAt: null,
    url: null,
    sourcePath,
    missing: { paywall: false, picturesUnread: 0 },
  },
});
const LIT = { text: "1931", mark: null, sentences: [sentence("sea/light.md", "In 1931 the lamp was lit.")] };
const PIER = {
  text: "Piers.",
  mark: "checked" as const,
  sentences: [sentence("chat/pier-0a1b.md", "Piers are old.\n")],
};
const ANSWERED: KeptReply = {
  kind: "closest",
  language: "en",
  question: "When\nwas it lit?",
  only: null,
  opening: null,
  direct: LIT,
  layout: "text",
  claims: [LIT, PIER],
  notes: [],
  nearest: [],
};
const REFUSED: KeptReply = { ...ANSWERED, kind: "abstained", direct: null, claims: [] };
const only = PIER.sentences[0]?.article ?? null;

const voted = (id: number, vote: Vote, reply: KeptReply): StoredVote => ({
  id,
  vote,
  at: "2025-06-02T00:00:00.000Z",
  reply: { id: 100 + id, at: "2025-06-01T08:00:00.000Z", reply },
});

describe("a vote as a question of a set", () => {
  const gold = {
    gold_articles: ["sea/light.md", "pier-0a1b.md"],
    gold_quotes: ["In 1931 the lamp was lit.", "Piers are old."],
  };
  const cited = "cited was sea/light.md, pier-0a1b.md";
  it.each([
    ["good", UP, ANSWERED, { answerable: true, answers: ["1931"], ...gold, why: "feedback: good" }],
    ["good refusal", UP, REFUSED, { answerable: false, kind: "unanswerable", answers: [], gold_articles: [] }],
    ["incomplete", down("incomplete"), ANSWERED, { answerable: true, answers: [], ...gold }],
    ["wrong", down("wrong"), ANSWERED, { gold_articles: [], why: `feedback: wrong; fill in the gold; ${cited}` }],
    ["misread", down("misread"), ANSWERED, { gold_articles: [], distractors: gold.gold_articles }],
    ["no reason", down(null), ANSWERED, { answerable: true, why: `feedback: bad; fill in the gold; ${cited}` }],
    [
      "missed",
      down("missed"),
      REFUSED,
      { answerable: true, gold_articles: [], why: "feedback: missed; fill in the gold" },
    ],
    ["uncollected", down("uncollected"), REFUSED, { answerable: false, kind: "unanswerable" }],
    [
      "good refusal of one article, which says nothing of the others",
      UP,
      { ...REFUSED, only },
      { answerable: true, why: "feedback: good; fill in the gold; asked of pier-0a1b.md alone" },
    ],
    [
      "good, of one article",
      UP,
      { ...ANSWERED, only },
      { answerable: true, ...gold, why: "feedback: good; asked of pier-0a1b.md alone" },
    ],
  ])("%s", (_, vote, reply, expected) => {
    const line = questionLineOf(voted(7, vote, reply));
    expect(line).toMatchObject({
      id: "feedback-7",
      lang: "en",
      question: "When\nwas it lit?",
      as_of: "2025-06-01",
      ...expected,
    });
  });

  it("is read by the set's own reader without a warning, in a set with those articles", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "articles", "sea"), { recursive: true });
    writeFileSync(path.join(folder, "articles", "sea", "light.md"), "# Light\n\nIn 1931 the lamp was lit.\n");
    writeFileSync(path.join(folder, "articles", "pier-0a1b.md"), "# Pier\n\nPiers are old.\n");
    const votes = [UP, down(null), ...VOTE_REASONS.map(down)].flatMap((vote) =>
      [ANSWERED, REFUSED].map((reply) => [vote, reply] as const),
    );
    const lines = votes.map(([vote, reply], index) => questionLineOf(voted(index, vote, reply)));
    addQuestions(path.join(folder, "questions.jsonl"), lines);
    const { questions, warnings } = await readDataset(folder);
    expect([questions.length, warnings]).toEqual([votes.length, []]);
    expect(questions[0]).toMatchObject({
      text: "When\nwas it lit?",
      answers: ["1931"],
      goldFiles: gold.gold_articles,
      quotes: gold.gold_quotes,
      asOf: "2025-06-01",
    });
  });

  it("whatever people and articles say", () => {
    const words = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(words, words, words, (question, quote, file) => {
        const claim = { text: quote, mark: null, sentences: [sentence(file, quote)] };
        const reply = { ...ANSWERED, question, direct: claim, claims: [claim] };
        const source = asLines([questionLineOf(voted(1, UP, reply)), questionLineOf(voted(2, down("misread"), reply))]);
        expect(parseQuestions(source, "x").questions).toHaveLength(2);
      }),
    );
  });
});

describe("a set of questions", () => {
  it("gets new ones at its end; what was mended by hand stays", () => {
    const file = path.join(temporaryFolder(), "questions.jsonl");
    const [one, two] = [1, 2].map((id) => questionLineOf(voted(id, UP, ANSWERED)));
    if (one === undefined || two === undefined) throw new Error("unreachable");
    const mended = { ...one, answers: ["by hand"] };
    writeFileSync(file, JSON.stringify(mended));
    expect(addQuestions(file, [one, two])).toBe(1);
    expect(addQuestions(file, [one, two])).toBe(0);
    const { questions } = parseQuestions(readFileSync(file, "utf8"), file);
    expect(questions).toEqual([mended, two]);
  });

  it("that is something else, or cannot be written, is told with its path", () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "notes.txt");
    writeFileSync(file, "not questions");
    const line = questionLineOf(voted(1, UP, ANSWERED));
    expect(() => addQuestions(file, [line])).toThrow(/notes\.txt:1: not JSON/);
    expect(() => addQuestions(path.join(folder, "no", "such", "q.jsonl"), [line])).toThrow(
      /q\.jsonl cannot be written/,
    );
  });
});
