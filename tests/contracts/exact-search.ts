import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/domain.ts";
import type { PassageStore } from "../../src/ports.ts";
import { anArticle } from "../support/articles.ts";

/** What every PassageStore must find when asked for words as they stand, and for titles. */
export function exactSearchContract(name: string, storeOf: (articles: readonly Article[]) => PassageStore): void {
  const old = anArticle({
    id: "old",
    title: "氦闪是什么",
    author: "星空笔记",
    publishedAt: "2023-02-01",
    body: "氦闪发生在红巨星里。\n\n氦 闪只有几秒；Ｈｅｌｉｕｍ flash, 2024年。",
  });
  const young = anArticle({
    id: "young",
    title: "The helium shortage",
    author: "Harbour Notes",
    publishedAt: "2025-01-02",
    body: "HELIUM is rare. Nothing on flashes,\nnor on 氦。aaaa",
  });
  const undated = anArticle({ id: "undated", title: "Tea", body: "Tea for two: £２.50 (éclair)." });
  const library = () => storeOf([old, young, undated]);

  describe(`${name} finds words as they stand`, () => {
    it.each([
      { words: ["氦"], hits: { young: 1, old: 3 } },
      { words: ["氦闪"], hits: { old: 2 } },
      { words: ["氦闪发生在红巨星里"], hits: { old: 1 } },
      { words: ["helium"], hits: { young: 2, old: 1 } },
      { words: ["eli"], hits: { young: 2, old: 1 } },
      { words: ["2.5"], hits: { undated: 1 } },
      { words: ["2024年"], hits: { old: 1 } },
      { words: ["里。 氦"], hits: { old: 1 } },
      { words: ["flashes, nor"], hits: { young: 1 } },
      { words: ["aa"], hits: { young: 2 } },
      { words: ["helium", "flash"], hits: { young: 3, old: 2 } },
      { words: ["helium", "闪"], hits: { old: 4 } },
      { words: ["shortage", "rare"], hits: { young: 2 } },
      { words: ["eclair"], hits: {} },
      { words: ["éclair"], hits: { undated: 1 } },
      { words: ["% OR 1=1"], hits: {} },
      { words: ["星空笔记"], hits: {} },
      { words: [], hits: {} },
    ])("$words", async ({ words, hits }) => {
      const found = await library().findExactly(words);
      expect(Object.fromEntries(found.map(({ id, places }) => [id, places]))).toEqual(hits);
      expect(found.map(({ id }) => id)).toEqual(Object.keys(hits));
    });

    it("exactly as a naive look through every text does", async () => {
      const text = (maxLength: number) =>
        fc.string({ unit: fc.constantFrom(..."aAbée\u0301氦闪的９9 　\n.“”👩ﬁΣς"), maxLength });
      const article = fc.record({ title: text(8), body: text(30) });
      await fc.assert(
        fc.asyncProperty(
          fc.array(article, { minLength: 1, maxLength: 4 }),
          fc.array(text(3), { minLength: 1, maxLength: 3 }),
          async (given, wanted) => {
            const articles = given.map((fields, n) => anArticle({ id: `n${n}`, ...fields }));
            const words = [...new Set(wanted.map((word) => plain(word).trim()))].filter((word) => word !== "");
            const found = await storeOf(articles).findExactly(words);
            const expected = articles.flatMap(({ id, title, body }) => {
              const counts = words.map((word) => timesIn(title, word) + timesIn(body, word));
              return counts.length === 0 || counts.includes(0) ? [] : [[id, counts.reduce((a, b) => a + b)]];
            });
            expect(Object.fromEntries(found.map((hit) => [hit.id, hit.places]))).toEqual(Object.fromEntries(expected));
          },
        ),
        { numRuns: 80 },
      );
    });

    it("while other work goes on", async () => {
      const body = "Ｈｅｌｉｕｍ 氦闪发生在红巨星里。".repeat(1_000);
      const store = storeOf(Array.from({ length: 150 }, (_, n) => anArticle({ id: `n${n}`, body })));
      let turns = 0;
      const count = () => {
        turns++;
        next = setImmediate(count);
      };
      let next = setImmediate(count);
      expect(await store.findExactly(["氦"])).toHaveLength(150);
      clearImmediate(next);
      expect(turns).toBeGreaterThan(3);
    });

    it("for many who ask at once", async () => {
      const store = library();
      const asked = ["氦", "helium", "tea", "氦", "nowhere"];
      const found = await Promise.all(asked.map((word) => store.findExactly([word])));
      expect(found.map((hits) => hits.map(({ id }) => id))).toEqual([
        ["young", "old"],
        ["young", "old"],
        ["undated"],
        ["young", "old"],
        [],
      ]);
    });
  });

  describe(`${name} finds titles`, () => {
    it.each([
      { words: ["helium"], kind: "holding", ids: ["young"] },
      { words: ["闪"], kind: "holding", ids: ["old"] },
      { words: ["short", "the"], kind: "holding", ids: ["young"] },
      { words: ["星空笔记"], kind: "holding", ids: ["old"] },
      { words: ["harbour notes"], kind: "holding", ids: ["young"] },
      { words: ["e"], kind: "holding", ids: ["young", "undated"] },
      { words: ["shortages of helium"], kind: "similar", ids: ["young"] },
      { words: ["volcano"], kind: "similar", ids: [] },
    ])("$words", ({ words, kind, ids }) => expect(library().matchTitles(words)).toEqual({ kind, ids }));
  });
}

/** Written without the code under test. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/ς/g, "σ").replace(/\s+/g, " ");
const timesIn = (text: string, word: string) => plain(text).split(word).length - 1;
