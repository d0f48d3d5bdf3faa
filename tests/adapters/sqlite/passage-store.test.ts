import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { type OpenPassageStore, openPassageStore } from "../../../src/adapters/sqlite/passage-store.ts";
import { type StoredArticle, writePassages } from "../../../src/adapters/sqlite/write-passages.ts";
import type { ArticleId, PassageId } from "../../../src/domain.ts";
import { distinctTerms, terms } from "../../../src/text/terms.ts";
import { exactSearchContract } from "../../contracts/exact-search.ts";
import { anArticle, passageId, passagesOf, stored } from "../../support/articles.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function storeOf(articles: readonly StoredArticle[]): OpenPassageStore {
  const file = path.join(temporaryFolder(), "passages.db");
  writePassages(file, articles);
  const store = openPassageStore(file);
  onTestFinished(() => store.close());
  return store;
}

exactSearchContract("The SQLite passage store", (articles) => storeOf(articles.map((article) => stored(article))));

const tea = anArticle({
  id: "tea",
  title: "How tea came to Europe",
  publishedAt: "2024-03-01",
  url: "https://example.org/tea",
  body: "Tea came by ship. It was dear.\nCoffee came earlier.",
  missing: { paywall: true, picturesUnread: 3 },
});
const copy = anArticle({
  id: "copy",
  title: "Tea again",
  publishedAt: "2024-04-02T08:00+08:00",
  body: tea.body,
  repostOf: tea.id,
});
const lateCopy = anArticle({ id: "late", title: "Tea once more", body: tea.body, repostOf: tea.id });
const lamp = anArticle({
  id: "lamp",
  title: "路灯的历史",
  language: "zh",
  publishedAt: "2023-01-05",
  body: "煤气路灯亮了。后来用电。",
});
const library = () => storeOf([tea, copy, lateCopy, lamp].map((article) => stored(article)));

const idsOf = (cards: readonly { readonly id: string }[]) => cards.map(({ id }) => id);

describe("what was written is read back", () => {
  it("articles, cards and passages, word for word", () => {
    const store = library();
    expect(store.article(tea.id)).toEqual(tea);
    const { body: _, ...card } = tea;
    expect(store.card(tea.id)).toEqual(card);
    expect(store.passagesOf(lamp.id)).toEqual(passagesOf(lamp));
    expect(store.passages([passageId("tea", 1), passageId("lamp")])).toEqual([passagesOf(tea)[1], passagesOf(lamp)[0]]);
    expect(store.sentences()).toBe(11);
    expect(store.embeddedHashes().get("hash of tea-1")).toBe("tea-1");
  });

  it("unknown ids are simply not there", () => {
    const store = library();
    const nobody = "nobody" as ArticleId;
    expect([store.article(nobody), store.card(nobody), store.findByUrl("https://example.org/")]).toEqual([
      null,
      null,
      null,
    ]);
    expect([store.passages([passageId("nobody")]), store.passagesOf(nobody), store.repostsOf(nobody)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it("lists the newest first, those without a date last", () => {
    expect(idsOf(library().list(0, 10))).toEqual(["copy", "tea", "lamp", "late"]);
    expect(idsOf(library().list(1, 2))).toEqual(["tea", "lamp"]);
  });

  it("names copies, earliest first", () => expect(idsOf(library().repostsOf(tea.id))).toEqual(["copy", "late"]));

  it("finds by link", () => expect(library().findByUrl("https://example.org/tea")?.id).toBe("tea"));

  it.each([
    ["tea europe", ["tea", "copy", "late"]],
    ["TEA AGAIN", ["copy"]],
    ["路灯", ["lamp"]],
    ["volcano", []],
    ["?!", []],
  ])("finds %j by title", (words, expected) => {
    const found = idsOf(library().findByTitle(words, 10));
    expect(found.slice(0, expected.length)).toEqual(expected);
    if (expected.length === 0) expect(found).toEqual([]);
  });
});

describe("filters", () => {
  const range = (from: string | null, to: string | null) => ({ articles: null, range: { from, to } });

  it.each([
    ["nothing asked", { articles: null, range: null }, null],
    ["an open range", range(null, null), null],
    ["from a day on", range("2024-03-01", null), ["copy-0", "copy-1", "tea-0", "tea-1"]],
    ["up to a day, minutes aside", range(null, "2024-04-02"), ["copy-0", "copy-1", "lamp-0", "tea-0", "tea-1"]],
    ["one day", range("2024-04-02", "2024-04-02"), ["copy-0", "copy-1"]],
    ["articles", { articles: [lamp.id, lateCopy.id], range: null }, ["lamp-0", "late-0", "late-1"]],
    [
      "articles and range",
      { articles: [lamp.id, tea.id], range: { from: "2024-01-01", to: null } },
      ["tea-0", "tea-1"],
    ],
    ["no article", { articles: [], range: null }, []],
  ])("%s", (_, filter, expected) => {
    const allowed = library().allowed(filter);
    expect(allowed && [...allowed].sort()).toEqual(expected);
  });

  it("facts count what passes", () => {
    const store = library();
    expect(store.facts()).toEqual({ articles: 4, passages: 7, from: "2023-01-05", to: "2024-04-02" });
    expect(store.facts(range("2024-01-01", "2024-03-31"))).toEqual({
      articles: 1,
      passages: 2,
      from: "2024-03-01",
      to: "2024-03-01",
    });
    expect(store.facts(range("2030-01-01", null))).toEqual({ articles: 0, passages: 0, from: null, to: null });
  });
});

describe("search by terms", () => {
  const search = (store: OpenPassageStore, text: string, among?: ReadonlySet<PassageId>) =>
    store.searchTerms(distinctTerms(text), 10, among);

  it.each([
    "gpt-4o",
    "2.5%",
    "5‰",
    "c++",
    "3:15",
    "rock'n'roll",
    "1,000",
    "２０２４",
    "a/b_c",
    "e.g.",
    '"quoted"',
    "naïve",
    "煤气",
    "氦",
  ])("finds %s by each of its terms", (word) => {
    const store = storeOf([
      stored(anArticle({ id: "with", body: `It says ${word} here.` })),
      stored(anArticle({ id: "without" })),
    ]);
    for (const term of terms(word)) expect(idsOf(store.searchTerms([term], 10)), term).toEqual(["with-0"]);
  });

  it("keeps every term of any text whole", () => {
    const odd = fc.string({ unit: fc.constantFrom(..."ab1Z9.,:/+'’_-%‰\"()*^~ 汉字é０％"), maxLength: 30 });
    fc.assert(
      fc.property(odd, (text) => {
        const expected = new Map(distinctTerms(text).map((term) => [term, 1]));
        const store = storeOf([stored(anArticle({ title: "", body: text === "" ? " " : text }))]);
        expect(store.documentFrequency([...expected.keys()])).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("weighs a word in the title above one in the body, also when only the best are asked for", () => {
    const filler = "One two three four five six seven.";
    const store = storeOf([
      stored(anArticle({ id: "body", title: "Plain words", body: `Harbour. ${filler}` })),
      stored(anArticle({ id: "title", title: "Harbour words", body: `Plain. ${filler}` })),
      ...["x", "y", "z"].map((id) => stored(anArticle({ id, body: filler }))),
    ]);
    const hits = search(store, "harbour");
    expect(idsOf(hits)).toEqual(["title-0", "body-0"]);
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0);
    expect(store.searchTerms(["harbour"], 1)).toEqual(hits.slice(0, 1));
  });

  it("finds by the heading", () => {
    const store = storeOf([stored(anArticle({ id: "a" }), "Lighthouses"), stored(anArticle({ id: "b" }))]);
    expect(idsOf(search(store, "lighthouse"))).toEqual(["a-0"]);
  });

  it("gives the same scores among some passages as among all", () => {
    const articles = Array.from({ length: 60 }, (_, n) =>
      stored(
        anArticle({
          id: `n${n}`,
          title: "t",
          body: `${"word ".repeat(1 + (n % 7))}and ${n % 3 === 0 ? "rare" : "common"} ${n}.`,
        }),
      ),
    );
    const store = storeOf(articles);
    const all = store.searchTerms(["word", "rare"], 100);
    const among = new Set(all.filter((_, rank) => rank % 4 === 1).map(({ id }) => id));
    expect(all).toHaveLength(60);
    expect(store.searchTerms(["word", "rare"], 100, among)).toEqual(all.filter(({ id }) => among.has(id)));
    expect(store.searchTerms(["word", "rare"], 3, among)).toEqual(all.filter(({ id }) => among.has(id)).slice(0, 3));
    expect(store.searchTerms(["word"], 10, new Set())).toEqual([]);
    expect(store.searchTerms(["word"], 10, new Set([passageId("nobody")]))).toEqual([]);
  });

  it.each([
    ['"'],
    ['" OR tea'],
    ["tea*"],
    ["NEAR("],
    ["title:"],
    ["-"],
    ["\0"],
    ["a\0b"],
    ["\ud800"],
    [""],
    ["'; DROP TABLE articles"],
  ])("takes %j for a word, never for syntax", (term) => {
    const store = library();
    expect(() => store.searchTerms([term], 5)).not.toThrow();
    expect(idsOf(store.searchTerms(["coffe", term], 5))).toContain("tea-1");
    expect(store.facts().articles).toBe(4);
  });

  it("takes as many terms as a long message holds", () => {
    const many = Array.from({ length: 4_000 }, (_, n) => `w${n}`);
    expect(idsOf(library().searchTerms([...many, "coffe"], 10)).sort()).toEqual(["copy-1", "late-1", "tea-1"]);
  });

  it("counts passages that hold a term anywhere once", () => {
    const store = library();
    expect(store.documentFrequency(["tea", "coffe", "nothing"])).toEqual(
      new Map([
        ["tea", 6],
        ["coffe", 3],
      ]),
    );
  });
});

describe("a file that is no store", () => {
  it.each([
    ["garbage", "not a database, but long enough to be read as one ".repeat(30)],
    ["an empty file", ""],
  ])("%s", (_, text) => {
    const file = path.join(temporaryFolder(), "passages.db");
    writeFileSync(file, text);
    expect(() => openPassageStore(file)).toThrow(
      expect.objectContaining({ code: "index-broken", message: expect.stringContaining(file) }),
    );
  });

  it("is missing", () => {
    expect(() => openPassageStore("/nowhere/passages.db")).toThrow(expect.objectContaining({ code: "index-broken" }));
  });
});
