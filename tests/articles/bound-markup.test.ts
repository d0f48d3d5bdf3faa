import { describe, expect, it } from "vitest";
import { boundMarkup } from "../../src/articles/bound-markup.ts";
import { parseHtml } from "../../src/articles/html.ts";

const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const nested = (levels: number, inside: string, tag = "div") =>
  `${`<${tag}>`.repeat(levels)}${inside}${`</${tag}>`.repeat(levels)}`;

/** The deepest level of tags that are closed in order. */
function levelsOf(html: string): number {
  let [level, deepest] = [0, 0];
  for (const tag of html.match(/<\/?\w+/g) ?? []) {
    level += tag.startsWith("</") ? -1 : 1;
    deepest = Math.max(deepest, level);
  }
  return deepest;
}

describe("markup is bounded before it is parsed", () => {
  it.each([
    ["what people write", '<div class="a"><p>One<p>Two<ul><li>x<li>y</ul></div>'],
    ["a list of many items that nobody closes", `<ul>${"<li>item".repeat(500)}</ul>`],
    ["many paragraphs and cells that nobody closes", `${"<p>a".repeat(500)}<table>${"<tr><td>b".repeat(500)}</table>`],
    ["tags of two kinds, closed in any order", `${"<b><i>x</b>".repeat(300)}end`],
    ["a hundred levels", nested(100, "Text.")],
  ])("%s stays as it is", (_, html) => {
    expect(boundMarkup(html)).toBe(html);
  });

  it.each([
    ["divs", `${nested(880, "Inside.")}<p>After.</p>`, "Inside. After."],
    ["tags that nobody closes", `${"<b>x ".repeat(300)}end`, `${"x ".repeat(300)}end`],
    ["lists in lists", nested(400, "Item.", "ul"), "Item."],
  ])("%s: the text of what is too deep stays", (_, html, words) => {
    const bound = boundMarkup(html);
    expect(levelsOf(bound)).toBeLessThanOrEqual(101);
    expect(text(bound)).toBe(words);
  });

  it("what belongs to a script stays in it, however deep", () => {
    expect(boundMarkup(nested(200, "<script>if (a < b) c();</script>"))).toContain("<script>if (a < b) c();</script>");
  });

  it("attributes beyond two hundred of a tag go", () => {
    const many = Array.from({ length: 500 }, (_, index) => `a${index}="x > y"`).join(" ");
    const bound = boundMarkup(`<p ${many}>Text.</p><p title="t">More.</p>`);
    expect(bound).toContain('a199="x > y"');
    expect(bound).not.toContain("a200");
    expect(bound).toMatch(/> *Text\.<\/p><p title="t">More\.<\/p>$/);
    expect(boundMarkup(nested(300, `<i ${many}>Deep.</i>`))).toMatch(/> *Deep\./);
  });

  it("markup nested without end is refused", () => {
    expect(() => boundMarkup("<div>".repeat(100_000))).toThrow("markup of more than 5000 levels");
  });

  it("a page nested 4,000 deep is read", () => {
    expect(parseHtml(`<html><body>${nested(4_000, "<p>The tide rose.</p>")}</body></html>`).markdown).toContain(
      "The tide rose.",
    );
  });
});
