import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStateStore } from "../src/adapters/sqlite/state-store.ts";
import type { Library } from "../src/bot/deps.ts";
import { loadConfig } from "../src/config.ts";
import type { Answer, ArticleId } from "../src/domain.ts";
import { createLibrary } from "../src/library.ts";
import type { StateStore } from "../src/ports.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../src/temporary-index.ts";
import { builtInModels, openModels } from "../src/wiring.ts";

const CORPUS = path.join(import.meta.dirname, "..", "corpus", "articles");
let index: TemporaryIndex;
let state: StateStore;
let library: Library;

beforeAll(async () => {
  const models = await openModels(loadConfig({}));
  index = await openTemporaryIndex(CORPUS, models);
  const clock = { now: () => new Date("2026-01-01") };
  state = openStateStore(":memory:", clock);
  const lease = { snapshot: index.snapshot, release() {} };
  const snapshots = { acquire: () => lease, refresh() {}, close() {} };
  library = createLibrary({ snapshots, ...builtInModels(), chat: null, state, clock });
});
afterAll(() => {
  state.close();
  index.close();
});

const idOf = (words: string): ArticleId => {
  const [card] = library.browse(words, 0).rows;
  if (card === undefined) throw new Error(`no article is titled ${words}`);
  return card.id;
};

function citedArticles(answer: Answer): ArticleId[] {
  const claims = answer.kind === "abstained" ? [] : answer.claims;
  return [...new Set(claims.flatMap(({ citations }) => citations.map(({ article }) => article.id)))];
}

describe("a question to one article", () => {
  it.each([
    { title: "天眼", text: "天眼的口径有多大？" },
    { title: "Voyager", text: "When was Voyager 1 launched?" },
  ])("is answered from it: $text", async ({ title, text }) => {
    const scope = idOf(title);
    const answer = await library.ask({ chat: "a", text, scope });
    expect(answer.searched.articles).toBe(1);
    expect(citedArticles(answer)).toEqual([scope]);
  });

  it("is answered from no other where it says nothing, and that is no gap of the whole", async () => {
    const text = "When was smallpox declared eradicated?";
    expect(citedArticles(await library.ask({ chat: "a", text })).length).toBeGreaterThan(0);
    const scope = idOf("天眼");
    const answer = await library.ask({ chat: "a", text, scope });
    expect(answer.searched.articles).toBe(1);
    expect(citedArticles(answer).filter((id) => id !== scope)).toEqual([]);
    if (answer.kind === "abstained") expect(answer.nearest).toEqual([]);
    expect(state.gaps(10)).toEqual([]);
  });
});

describe("the shelves of the sample", () => {
  it("sum up exactly the article that was meant", async () => {
    const id = idOf("Voyager");
    const summary = await library.summarize({ about: { id }, language: "en" });
    expect(summary?.article.id).toBe(id);
    expect(await library.summarize({ about: { id: "gone" as ArticleId }, language: "en" })).toBeNull();
  });

  it.each([
    ["its title", "Voyager doing science"],
    ["its link", "https://en.wikipedia.org/wiki/Voyager_1"],
    ["its link as an address bar or an exporter spells it", "this one: http://en.wikipedia.org/wiki/Voyager_1#rd"],
  ])("is found by %s", async (_, about) => {
    const summary = await library.summarize({ about, language: "en" });
    expect(summary?.article.url).toBe("https://en.wikipedia.org/wiki/Voyager_1");
  });

  it("find the same on every page as in every article alone", async () => {
    const first = await library.find("月", 0);
    const pages = await Promise.all(Array.from({ length: first.pages }, (_, page) => library.find("月", page)));
    const rows = pages.flatMap((page) => page.rows);
    expect(rows).toHaveLength(first.articles);
    expect(rows.reduce((sum, { places }) => sum + places, 0)).toBe(first.places);
    for (const { article, places } of rows) {
      const own = await library.findIn(article.id, "月", 0);
      expect(own?.places).toBe(places);
    }
  });
});
