import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/articles/sentences.ts";

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    [
      "Chinese stops",
      "水位下降了。真的吗？！是的；还会再降……明天再看！",
      ["水位下降了。", "真的吗？！", "是的；", "还会再降……", "明天再看！"],
    ],
    [
      "English stops",
      "It fell. Did it? Yes! It did... Then it rose.",
      ["It fell.", "Did it?", "Yes!", "It did...", "Then it rose."],
    ],
    [
      "numbers",
      "It costs $3.14 or 2,500.50 in all. 版本2.0发布了。",
      ["It costs $3.14 or 2,500.50 in all.", "版本2.0发布了。"],
    ],
    [
      "titles",
      "Dr. Smith met Mr. Jones vs. St. Mary's. They left.",
      ["Dr. Smith met Mr. Jones vs. St. Mary's.", "They left."],
    ],
    [
      "initials and dotted names",
      "The U.S. Navy and J. R. Brown agreed, e.g. by p.m. or so.",
      ["The U.S. Navy and J. R. Brown agreed, e.g. by p.m. or so."],
    ],
    [
      "a dotted name that ends a sentence",
      "It was made in the U.S. The rest came later.",
      ["It was made in the U.S.", "The rest came later."],
    ],
    [
      "numbered things",
      "See No. 5 and Fig. 3 on p. 7. No. 6 is lost.",
      ["See No. 5 and Fig. 3 on p. 7.", "No. 6 is lost."],
    ],
    ["a year that ends a sentence", "It closed in 2024. Nobody noticed.", ["It closed in 2024.", "Nobody noticed."]],
    ["addresses", "见https://a.example/b.c?d=1!e。下一句。", ["见https://a.example/b.c?d=1!e。", "下一句。"]],
    [
      "stops inside a Chinese quotation",
      "他说“别去。危险！快回来”就走了。后来呢？",
      ["他说“别去。危险！快回来”就走了。", "后来呢？"],
    ],
    [
      "a quotation that ends the sentence",
      "他说：“别去。危险！”大家都停下了。",
      ["他说：“别去。危险！”", "大家都停下了。"],
    ],
    ["titles of works", "《谁来了？》上映了。《走！》没有。", ["《谁来了？》上映了。", "《走！》没有。"]],
    ["brackets", "桥（建于1931年。已拆）不见了。船还在。", ["桥（建于1931年。已拆）不见了。", "船还在。"]],
    [
      "an English quotation",
      '"Stop! Go back!" she said. "It is late."',
      ['"Stop! Go back!" she said.', '"It is late."'],
    ],
    ["closing marks", "他走了。”她说。", ["他走了。”", "她说。"]],
    [
      "lines",
      "# 标题\n- 一项\n- 二项。还有\n\n1. First. Second.",
      ["# 标题", "- 一项", "- 二项。", "还有", "1. First.", "Second."],
    ],
    ["nothing", " \n\n ", []],
  ])("%s", (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it("cuts an unclosed or over-long quotation", () => {
    expect(sentencesOf("他说“别去。走吧。")).toEqual(["他说“别去。", "走吧。"]);
    expect(sentencesOf(`“${"一二三四五六七八九。".repeat(40)}”`).length).toBeGreaterThan(10);
  });

  it("cuts sentences over 400 characters after a comma, else hard", () => {
    const cut = sentencesOf(`${"一二三四五六七八九，".repeat(60)}完。`);
    expect(cut.every((part) => part.length <= 400)).toBe(true);
    expect(cut[0]?.endsWith("，")).toBe(true);
    expect(sentencesOf("好".repeat(1_000)).map((part) => part.length)).toEqual([400, 400, 200]);
  });

  it("stays linear on one huge line of openers", () => {
    expect(splitSentences("“(《".repeat(30_000)).length).toBeGreaterThan(0);
  });

  const PIECES = [
    "。",
    "！",
    ". ",
    "...",
    "……",
    "“",
    "”",
    "「",
    "」",
    '"',
    "(",
    ")",
    "\n",
    " ",
    "\n\n",
    "Dr.",
    "3.14",
    "http://a.b/c ",
    "水",
    "word",
    "- ",
    "1. ",
    "## ",
    "😀",
    "，",
    "x".repeat(450),
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((p) => p.join("")),
    fc.string({ unit: "grapheme" }),
  );

  it("spans are ordered, disjoint, trimmed, and cover every character that is not blank", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const covered = new Uint8Array(text.length);
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(400);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          covered.fill(1, start, end);
          last = end;
        }
        for (let at = 0; at < text.length; at += 1) if (/\S/.test(text[at] ?? "")) expect(covered[at]).toBe(1);
      }),
      { numRuns: 400 },
    );
  });
});

it("a transcript without points is cut where somebody drew breath", () => {
  const cues = Array.from({ length: 60 }, (_, at) => `我们再看第${"一二三四五"[at % 5]}口大缸`);
  const text = cues.join(" ");
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(cues);
});
