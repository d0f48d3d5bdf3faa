import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textSize } from "../../src/articles/characters.ts";
import { PASSAGE_SIZE, splitPassages } from "../../src/articles/split.ts";
import type { Article, ArticleId } from "../../src/domain.ts";

const articleOf = (body: string): Article => ({
  id: "0123456789abcdef" as ArticleId,
  title: "标题",
  author: null,
  publishedAt: null,
  url: null,
  language: "zh",
  body,
  sourcePath: "a.md",
  missing: { paywall: false, picturesUnread: 0 },
  repostOf: null,
});

const zh = (sentences: number): string => "河口的灯塔昨天晚上又亮了起来。".repeat(sentences);

describe("passages", () => {
  it("carry the nearest heading above and do not quote it", () => {
    const passages = splitPassages(articleOf(`${zh(12)}\n\n## 一\n\n${zh(12)}\n\n## 二\n\n${zh(30)}\n\n${zh(20)}`));
    expect(passages.map(({ heading }) => heading)).toEqual([null, "一", "二", "二"]);
    expect(passages[1]?.text.startsWith("## 一")).toBe(true);
    expect(passages.flatMap(({ sentences }) => sentences).some(({ text }) => text.startsWith("##"))).toBe(false);
  });

  it("end at a paragraph once they are long enough", () => {
    const [first, second] = splitPassages(articleOf(`${zh(24)}\n\n${zh(24)}`));
    expect(first?.text).toBe(zh(24));
    expect(second?.text).toBe(zh(24));
  });

  it("hold more characters of English than of Chinese", () => {
    const english = "The lamp at the mouth of the river was lit again last night. ".repeat(80);
    const sizes = splitPassages(articleOf(english)).map(({ text }) => text.length);
    expect(Math.max(...sizes)).toBeGreaterThan(900);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(PASSAGE_SIZE.most / 0.45);
  });

  it("of a body of headings alone can still be quoted", () => {
    expect(splitPassages(articleOf("## 一\n\n## 二")).flatMap(({ sentences }) => sentences)).toHaveLength(2);
  });

  it("have ids that follow from article, place and text", () => {
    const ids = (body: string) => splitPassages(articleOf(body)).map(({ id }) => id);
    expect(ids(zh(90))).toEqual(ids(zh(90)));
    expect(new Set(ids(zh(90))).size).toBe(ids(zh(90)).length);
    expect(ids(zh(3))[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it("of one huge line are as many as its length asks for", () => {
    expect(splitPassages(articleOf(zh(60_000))).length).toBeGreaterThan(1_500);
  });

  const line = fc.constantFrom(
    "## 标题",
    "- 一项",
    "水位。",
    zh(5),
    zh(40),
    "A short line.",
    "x".repeat(900),
    "| a | b |",
  );
  const bodies = fc
    .array(fc.tuple(line, fc.constantFrom("\n", "\n\n")), { maxLength: 25 })
    .map((p) => p.flat().join(""));

  it("each character that is not blank lies in exactly one passage, and sentences in their passage", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        let last = 0;
        for (const [index, passage] of splitPassages(articleOf(body)).entries()) {
          expect(passage.ordinal).toBe(index);
          expect(body.slice(last, passage.span.start).trim()).toBe("");
          expect(passage.text).toBe(body.slice(passage.span.start, passage.span.end));
          expect(passage.sentences.length).toBeGreaterThan(0);
          for (const [ordinal, sentence] of passage.sentences.entries()) {
            expect(sentence.ordinal).toBe(ordinal);
            expect(sentence.text).toBe(body.slice(sentence.span.start, sentence.span.end));
            expect(sentence.span.start).toBeGreaterThanOrEqual(passage.span.start);
            expect(sentence.span.end).toBeLessThanOrEqual(passage.span.end);
          }
          const words = passage.sentences.map(({ text }) => text).join("");
          if (passage.sentences.length > 1) expect(textSize(words)).toBeLessThanOrEqual(PASSAGE_SIZE.most);
          last = passage.span.end;
        }
        expect(body.slice(last).trim()).toBe("");
      }),
      { numRuns: 200 },
    );
  });
});
