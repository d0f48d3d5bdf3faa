import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openStateStore } from "../../src/adapters/sqlite/state-store.ts";
import type { ArticleCard } from "../../src/domain.ts";
import { createLibrary } from "../../src/library/create-library.ts";
import type { Library } from "../../src/library/library.ts";
import type { StateStore } from "../../src/ports.ts";
import { builtInModels } from "../../src/wiring.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../tools/evaluation/temporary-index.ts";

const CORPUS = path.join(import.meta.dirname, "..", "..", "corpus");
const Row = z.object({
  lang: z.enum(["zh", "en"]),
  question: z.string(),
  ask: z.string(),
  articles: z.number(),
  titles: z.array(z.string()).optional(),
  counts: z.record(z.string(), z.number()).optional(),
});
const rows = readFileSync(path.join(CORPUS, "collection.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => Row.parse(JSON.parse(line)));

let index: TemporaryIndex;
let state: StateStore;
let library: Library;

beforeAll(async () => {
  index = await openTemporaryIndex(path.join(CORPUS, "articles"), builtInModels());
  const clock = { now: () => new Date("2025-06-01T12:00:00Z") };
  state = openStateStore(":memory:", clock);
  const snapshots = { acquire: () => ({ snapshot: index.snapshot, release() {} }), refresh() {}, close() {} };
  library = createLibrary({ snapshots, ...builtInModels(), chat: null, state, clock });
});
afterAll(() => {
  state.close();
  index.close();
});

async function answered(question: string, page = 0) {
  const { intent, collection, scope, range } = await library.read({ text: question });
  expect(intent).toBe("collection");
  if (collection === null) throw new Error(`nothing is asked by: ${question}`);
  return library.collection({ query: collection, scope, range, ignored: [] }, page);
}

const titlesOf = (rows: readonly unknown[]): string[] => rows.map((row) => (row as ArticleCard).title);

describe("questions about the sample articles as a collection", () => {
  it.each(rows)("$question", async ({ question, ask, articles, titles, counts }) => {
    const { query, articles: found, shown } = await answered(question);
    expect({ ask: query.ask, found }).toEqual({ ask, found: articles });
    if (titles !== undefined) expect(titlesOf(shown.rows)).toEqual(titles);
    if (counts !== undefined && shown.kind === "counts")
      expect(Object.fromEntries(shown.rows.map(({ name, articles: of }) => [name, of]))).toEqual(counts);
  });

  it("counts what the articles themselves hold", async () => {
    const { store } = index.snapshot;
    const cards = store.select({ articles: null, range: null });
    const holds = (card: ArticleCard) =>
      /(?<![a-z\d])nasa(?![a-z\d])/i.test(`${card.title}\n${store.article(card.id)?.body}`);
    expect((await answered("How many articles mention NASA?")).articles).toBe(cards.filter(holds).length);
  });

  it("turns pages, and says when nothing is from those days", async () => {
    const { shown } = await answered("列出所有文章", 1);
    expect({ page: shown.page, pages: shown.pages, first: shown.first }).toEqual({ page: 1, pages: 5, first: 9 });
    const empty = await answered("2019年有哪些文章？");
    expect(empty.understood.range).toMatchObject({ used: false, articles: 0 });
  });
});

describe("questions that limit themselves", () => {
  it.each([
    ["Footnote 示例·工程 怎么说赵州桥的设计者？", "2023-09-12"],
    ["2023年9月15日的文章里，赵州桥是谁造的？", "2023-09-15"],
    ['/ask account:"Footnote 示例·周刊" 赵州桥的设计者'.slice(5), "2023-09-15"],
    ['account:"Footnote 示例·工程" before:2023-09-14 after:2023-09 赵州桥的设计者', "2023-09-12"],
  ])("%s", async (text, day) => {
    const answer = await library.ask({ chat: text, text });
    const claims = answer.kind === "abstained" ? [] : answer.claims;
    const days = claims.flatMap(({ citations }) => citations.map(({ article }) => article.publishedAt?.slice(0, 10)));
    expect(new Set(days)).toContain(day);
    expect(days[0]).toBe(day);
  });

  it("are told, and can be asked without the limit", async () => {
    const text = "2023年9月15日的文章里，赵州桥是谁造的？";
    const limited = await library.ask({ chat: "b", text });
    expect(limited.understood?.range).toEqual({
      from: "2023-09-15",
      to: "2023-09-15",
      mode: "filter",
      articles: 1,
      used: true,
    });
    const free = await library.ask({ chat: "b", text, ignored: ["range"] });
    expect(free.understood?.range).toBeNull();
    expect(free.searched.articles).toBe(36);
  });

  it("are answered from all where nothing fits, and that is told", async () => {
    const answer = await library.ask({ chat: "c", text: "2019年的文章里，赵州桥是谁造的？" });
    expect(answer.understood?.range).toMatchObject({ used: false, articles: 0 });
    expect(answer.searched.articles).toBe(36);
    expect(answer.kind).toBe("closest");
  });

  it("to exact words, and without some", async () => {
    const reading = await library.read({ text: '"赵州桥" -邢台 是谁造的', quotes: "always" });
    const answer = await library.ask({ chat: "d", text: "", reading });
    expect(answer.understood?.isScopeEmpty).toBe(true);
    const both = await library.read({ text: '"赵州桥" -铭文 是谁造的', quotes: "always" });
    expect(both.scope).toMatchObject({ words: ["赵州桥"], without: ["铭文"] });
  });

  it("to the article that the turn before was answered from", async () => {
    const first = await library.ask({ chat: "e", text: "How was the last natural case of smallpox found?" });
    const [cited] = first.kind === "abstained" ? [] : first.claims.flatMap(({ citations }) => citations);
    const second = await library.ask({ chat: "e", text: "Does this article say when vaccination began?" });
    expect(second.understood?.scope?.title).toBe(cited?.article.title);
    expect(second.searched.articles).toBe(1);
    const alone = await library.ask({ chat: "f", text: "Does this article say when vaccination began?" });
    expect(alone.understood?.scope).toBeNull();
  });

  it.each([
    ["2024年9月有什么新闻？", "summary"],
    ["what happened in September 2024?", "summary"],
    ["2019年9月有什么新闻？", "question"],
    ["What happened to the bridge in September 2024?", "question"],
  ])("news of days that hold articles is a summary: %s", async (text, intent) => {
    expect((await library.read({ text })).intent).toBe(intent);
  });
});

describe("operators elsewhere", () => {
  it.each([
    ["赵州桥", 2],
    ['赵州桥 account:"Footnote 示例·工程"', 1],
    ["赵州桥 after:2023-09-13", 1],
    ["赵州桥 before:2023-09", 0],
    ["赵州桥 -李春", 0],
    ['"NASA" until:2024-02', 2],
  ])("/find %s: %i", async (words, articles) => {
    expect((await library.find(words, 0)).articles).toBe(articles);
  });

  it("narrow what is offered inline", async () => {
    const claims = await library.closest({ text: 'account:"Footnote 示例·周刊" 赵州桥的设计者', limit: 5 });
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.flatMap(({ citations }) => citations.map(({ article }) => article.author))).not.toContain(
      "Footnote 示例·工程",
    );
  });
});
