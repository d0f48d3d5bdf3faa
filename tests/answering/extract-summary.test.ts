import { describe, expect, it } from "vitest";
import { extractSummary } from "../../src/answering/summarize.ts";
import type { Article, ArticleId, Passage, PassageId } from "../../src/domain.ts";
import { builtInModels } from "../../src/wiring.ts";

const { encoder } = builtInModels();
const THINGS = ["灯塔", "桥梁", "港口", "铁路", "运河", "机场", "水库", "电站", "学校", "医院", "图书馆", "博物馆"];

/** An article of so many passages with four sentences each. */
function articleOf(count: number): { readonly article: Article; readonly passages: readonly Passage[] } {
  let body = "";
  const passages = Array.from({ length: count }, (_, index): Passage => {
    const thing = THINGS[index % THINGS.length];
    const texts = [1, 2, 3, 4].map(
      (part) => `第${index + 1}章第${part}节说${thing}在${1900 + index * 4 + part}年由当地工人建成。`,
    );
    const start = body.length;
    const sentences = texts.map((text, ordinal) => {
      const span = { start: body.length, end: body.length + text.length };
      body += text;
      return { ordinal, span, text };
    });
    const span = { start, end: body.length };
    body += "\n\n";
    const id = `a#${index}` as PassageId;
    return {
      id,
      articleId: "a" as ArticleId,
      ordinal: index,
      heading: null,
      language: "zh",
      span,
      text: texts.join(""),
      sentences,
    };
  });
  const article: Article = {
    id: "a" as ArticleId,
    title: "当地建筑的历史",
    author: null,
    publishedAt: null,
    url: null,
    language: "zh",
    body,
    sourcePath: "a.md",
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: null,
  };
  return { article, passages };
}

describe("the points of an article without a model", () => {
  it.each([
    [1, 3],
    [4, 8],
    [12, 8],
    [40, 12],
  ])("of %i passages: at most %i, each cited word for word, none twice, over all of it", (count, most) => {
    const { article, passages } = articleOf(count);
    const { body: _, ...card } = article;
    const points = extractSummary(article, card, passages, encoder);
    expect(points.length).toBeGreaterThan(0);
    expect(points.length).toBeLessThanOrEqual(Math.max(5, most));
    const cited = points.flatMap(({ citations }) => citations.map(({ sentence }) => sentence));
    expect(new Set(cited).size).toBe(cited.length);
    for (const { text, citations } of points) {
      expect(citations.length).toBeLessThanOrEqual(2);
      expect(text).toBe(citations.map(({ sentence }) => sentence.text).join(""));
    }
    const half = article.body.length / 2;
    if (count > 3)
      expect(cited.some(({ span }) => span.start > half) && cited.some(({ span }) => span.start < half)).toBe(true);
  });
});
