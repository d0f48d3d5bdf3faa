import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/text/language.ts";
import { syntheticArticles } from "../../tools/evaluation/synthetic-articles.ts";

describe("synthetic articles", () => {
  const articles = [...syntheticArticles(45)];

  it("hold one paragraph a passage, in both languages, under names of their own", () => {
    const paragraphs = articles.flatMap(({ markdown }) =>
      markdown
        .trim()
        .split("\n\n")
        .filter((text) => !text.startsWith("#")),
    );
    expect(paragraphs).toHaveLength(45);
    expect(Math.min(...paragraphs.map((text) => text.length))).toBeGreaterThanOrEqual(359);
    expect(articles.map(({ markdown }) => languageOf(markdown))).toEqual(["zh", "en", "zh"]);
    expect(new Set(articles.map(({ fileName }) => fileName)).size).toBe(3);
  });

  it("are the same every time", () => expect([...syntheticArticles(45)]).toEqual(articles));
  it("are none for none", () => expect([...syntheticArticles(0)]).toEqual([]));

  it("use few words often and many words rarely", () => {
    const words = articles[1]?.markdown.match(/[a-z]+/g) ?? [];
    const counts = [...Map.groupBy(words, (word) => word).values()].map((uses) => uses.length).sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(words.length / 30);
    expect(counts.filter((uses) => uses === 1).length).toBeGreaterThan(counts.length / 3);
  });
});
