import { describe, expect, it } from "vitest";
import { openWords } from "../../src/answering/open-words.ts";
import type { PassageStore } from "../../src/ports.ts";
import { readQuestion } from "../../src/questions/read.ts";
import { card, cite, claim } from "../bot/support/fake-library.ts";
import { encoder } from "../checking/support.ts";

/** Words of questions stand in most passages, all others in none. */
const COMMON = new Set(["when", "wa", "the", "and", "what", "did", "is", "of", "to", "whi", "how", "much"]);
const frequency = (terms: readonly string[]) => new Map(terms.map((term) => [term, COMMON.has(term) ? 400 : 0]));
const words = {
  facts: () => ({ articles: 50, passages: 500, from: null, to: null }),
  documentFrequency: frequency,
  articleFrequency: frequency,
} as unknown as PassageStore;
const article = card("orn", { title: "The Orn bridge" });

const open = (question: string, sentence: string, text = sentence) =>
  openWords(readQuestion(question, new Date("2025-06-01T00:00:00Z")), [claim(text, cite(article, sentence))], {
    store: words,
    encoder,
  });

describe("what of a question stays open, in its own words", () => {
  it.each<[question: string, sentence: string, open: readonly string[], claim?: string]>([
    ["When was the bridge opened, and what did the lighthouse cost?", "It was opened in 1899.", ["lighthouse", "cost"]],
    ["When was the bridge opened?", "It was opened in 1899.", []],
    ["When was the bridge opened?", "大桥于1899年通车开放。", []],
    ["大桥何时通车，灯塔由谁看守？", "大桥于1899年通车。", ["灯塔", "看守"]],
    ["大桥何时通车？", "The bridge was opened to traffic in 1899.", [], "大桥于1899年通车。"],
  ])("%s | %s: %j", (question, sentence, expected, text) => {
    expect(open(question, sentence, text)).toEqual(expected);
  });
});
