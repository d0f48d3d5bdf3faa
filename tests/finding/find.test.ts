import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { openPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { writePassages } from "../../src/adapters/sqlite/write-passages.ts";
import type { Article, ArticleId, MarkedText } from "../../src/domain.ts";
import { browse } from "../../src/finding/browse.ts";
import { findPage, findPlaces } from "../../src/finding/find.ts";
import { markedIn, snippetOf } from "../../src/finding/snippets.ts";
import { windowsIn } from "../../src/finding/windows.ts";
import type { PassageStore } from "../../src/ports.ts";
import { fold } from "../../src/text/fold.ts";
import { foldedText } from "../../src/text/folded-text.ts";
import { anArticle, stored } from "../support/articles.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function storeOf(articles: readonly Article[]): PassageStore {
  const file = path.join(temporaryFolder(), "passages.db");
  writePassages(
    file,
    articles.map((article) => stored(article)),
  );
  const store = openPassageStore(file);
  onTestFinished(() => store.close());
  return store;
}

/** The snippet with its marks in brackets. */
function shown({ text, marks }: MarkedText): string {
  return marks.reduceRight(
    (out, { start, end }) => `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`,
    text,
  );
}

const snippets = (text: string, ...words: readonly string[]) => {
  const source = foldedText(text);
  return windowsIn(source.folded, words).map((window) => shown(snippetOf(source, window)));
};

const LONG = "字".repeat(200);

describe("snippets", () => {
  it.each([
    ["a whole short text", "The Helium flash.", ["helium"], ["The [Helium] flash."]],
    ["full width", "共１９３５．３克", ["1935.3"], ["共[１９３５．３]克"]],
    ["what expands", "重㎏数", ["kg"], ["重[㎏]数"]],
    ["the other script", "在臺灣大學讀書", [fold("台湾大学"), fold("讀")], ["在[臺灣大學讀]書"]],
    ["half of what expands", "重㎏数", ["g"], ["重[㎏]数"]],
    ["over lines", "the end.\n\nA start", ["end. a"], ["the [end. A] start"]],
    ["headings", "the end.\n\n## Helium\n\nC# is not", ["helium", "is"], ["the end. [Helium] C# [is] not"]],
    ["neighbours together", "氦和氦", ["氦"], ["[氦]和[氦]"]],
    ["what touches", "aaaa", ["a"], ["[aaaa]"]],
    ["words that overlap", "量子计算机", ["量子计算", "计算机"], ["[量子计算机]"]],
    ["far ones apart", `氦${LONG}氦`, ["氦"], [`[氦]${"字".repeat(60)}…`, `…${"字".repeat(30)}[氦]`]],
    [
      "no half word",
      `${"word ".repeat(20)}helium ${"word ".repeat(20)}`,
      ["helium"],
      [/^…(?: ?word)+ \[helium\] (?:word ?)+…$/],
    ],
  ])("%s", (_, text, words, expected) => {
    const made = snippets(text, ...words);
    expect(made).toHaveLength(expected.length);
    for (const [index, one] of expected.entries())
      expect(made[index]).toEqual(typeof one === "string" ? one : expect.stringMatching(one));
  });

  it("hold every place once, in order, whole characters only", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab氦的 \n９9é👩ﬁ."), maxLength: 400 });
    const words = fc.uniqueArray(fc.constantFrom("a", "ab", "氦", "的 ", "9", "fi", "👩", "b氦"), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(text, words, (given, wanted) => {
        const source = foldedText(given);
        const windows = windowsIn(source.folded, wanted);
        const places = windows.flatMap((window) => window.places.map((place) => source.sourceOf(place)));
        const counted = wanted.map((word) => fold(given).split(fold(word)).length - 1).reduce((a, b) => a + b);
        expect(places.length).toBeLessThanOrEqual(counted);
        if (counted > 0) expect(places.length).toBeGreaterThan(0);
        for (const word of wanted)
          for (const { index } of given.matchAll(new RegExp(word, "g")))
            expect(places.some(({ start, end }) => start <= index && index + word.length <= end)).toBe(true);
        for (const window of windows) {
          const made = snippetOf(source, window);
          expect(made.text.isWellFormed()).toBe(true);
          expect(made.marks.length).toBeLessThanOrEqual(5);
          for (const { start, end } of made.marks)
            expect(wanted.some((word) => fold(made.text.slice(start, end)).includes(fold(word)))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("show a long match shortened, and of a title the whole", () => {
    const [snippet = ""] = snippets(LONG, LONG);
    expect(snippet).toBe(`[${"字".repeat(80)}…]`);
    expect(shown(markedIn("Helium, again helium", ["helium"]))).toBe("[Helium], again [helium]");
  });
});

describe("pages", () => {
  const articles = Array.from({ length: 12 }, (_, n) =>
    anArticle({
      id: `n${n}`,
      title: `Number ${n}`,
      publishedAt: `2024-01-${String(n + 10)}`,
      body: n % 2 === 0 ? `氦 ${LONG} 氦 ${LONG} 氦闪` : "nothing",
    }),
  );

  it("of what was found: totals over all, newest first, a number past the end is the last", async () => {
    const store = storeOf(articles);
    const first = await findPage(["氦"], 0, store);
    expect(first).toMatchObject({ searched: 12, words: 1, articles: 6, places: 18, page: 0, pages: 2, first: 1 });
    expect(first.rows.map(({ article, places }) => [article.id, places])).toEqual(
      ["n10", "n8", "n6", "n4", "n2"].map((id) => [id, 3]),
    );
    const last = await findPage(["氦"], 99, store);
    expect(last).toMatchObject({ page: 1, pages: 2, first: 6 });
    expect(last.rows.map(({ article }) => article.id)).toEqual(["n0"]);
    expect(await findPage(["nowhere"], 3, store)).toMatchObject({
      articles: 0,
      places: 0,
      page: 0,
      pages: 1,
      rows: [],
    });
  });

  it("show of several words where most of them stand together", async () => {
    const store = storeOf([anArticle({ body: `氦 ${LONG} 氦 ${LONG} 氦 ${LONG} 氦和闪 ${LONG}` })]);
    const [row] = (await findPage(["氦", "闪"], 0, store)).rows;
    expect(row?.snippets.map(shown)).toEqual([expect.stringMatching(/^\[氦\]/), expect.stringContaining("[氦]和[闪]")]);
  });

  it("of one article: every place; null when it or the words are gone", async () => {
    const store = storeOf([anArticle({ id: "a", body: Array.from({ length: 20 }, () => `氦${LONG}`).join("") })]);
    const id = "a" as ArticleId;
    const pages = await Promise.all([0, 1, 2, 3].map((page) => findPlaces(id, ["氦"], page, store)));
    expect(pages.map((page) => page?.rows.length)).toEqual([8, 8, 4, 4]);
    expect(pages[2]).toMatchObject({ places: 20, page: 2, pages: 3, first: 17 });
    expect(await findPlaces("gone" as ArticleId, ["氦"], 0, store)).toBeNull();
    expect(await findPlaces(id, ["gone"], 0, store)).toBeNull();
  });

  it("of titles", () => {
    const store = storeOf(articles);
    expect(browse([], 1, store)).toMatchObject({ kind: "all", articles: 12, page: 1, pages: 2, first: 9 });
    expect(browse([], 1, store).rows.map(({ id }) => id)).toEqual(["n3", "n2", "n1", "n0"]);
    expect(browse(["number 1"], 0, store).rows.map(({ id }) => id)).toEqual(["n11", "n10", "n1"]);
    expect(browse(["numbers 7"], 0, store)).toMatchObject({ kind: "similar", page: 0 });
    expect(browse(["volcano"], -5, store)).toMatchObject({ kind: "similar", articles: 0, page: 0, pages: 1, rows: [] });
    expect(browse([], 0, storeOf([]))).toMatchObject({ kind: "all", articles: 0, pages: 1, rows: [] });
  });
});
