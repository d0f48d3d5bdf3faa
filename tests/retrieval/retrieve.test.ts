import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import type { DateRange } from "../../src/domain.ts";
import { readQuestion } from "../../src/questions/read.ts";
import { readQuery } from "../../src/retrieval/query.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { type Models, openModels } from "../../src/wiring.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../tools/evaluation/temporary-index.ts";

const CORPUS = path.join(import.meta.dirname, "..", "..", "corpus", "articles");
let index: TemporaryIndex;
let models: Models;

beforeAll(async () => {
  models = await openModels(loadConfig({}));
  index = await openTemporaryIndex(CORPUS, models);
});
afterAll(() => index.close());

const NOW = new Date("2026-01-01");
const deps = () => ({ ...index.snapshot, ...models });
const search = (words: string, changes: object = {}, limit = 12) =>
  retrieve({ ...readQuestion(words, NOW), ...changes }, deps(), limit);
const range = (from: string, to: string, mode: DateRange["mode"]): { readonly range: DateRange } => ({
  range: { from, to, mode },
});

describe("retrieve", () => {
  it.each([
    ["嫦娥六号带回来的样品一共多重？", "嫦娥六号"],
    ["How was the first transatlantic telegraph cable laid?", "atlantic-cable"],
    ["Which rover or helicopter flew on Mars?", "ingenuity"],
    ["嫦娥6号 １９３５．３克", "嫦娥六号"],
  ])("finds the article of %s in its own language", async (words, file) => {
    expect((await search(words)).passages[0]?.article.sourcePath).toContain(file);
  });

  it.each([
    ["What did Tu Youyou discover against malaria?", "青蒿素"],
    ["Which stone arch bridge has stood for fourteen hundred years?", "赵州桥"],
    ["大西洋海底电报电缆", "atlantic-cable"],
  ])("finds the article of %s across languages", async (words, file) => {
    const top = (await search(words)).passages.slice(0, 3).map(({ article }) => article.sourcePath);
    expect(top.join(" ")).toContain(file);
  });

  it.each([
    ["How did the workers crack the rock at Dujiangyan without gunpowder?", "都江堰"],
    ["In what material did Bi Sheng carve his movable type?", "movable-type"],
    ["Which ancient medical text gave Tu Youyou the idea of avoiding heat?", "青蒿素"],
  ])("does not let stray words of the other articles outvote the one of %s", async (words, file) => {
    expect((await search(words)).passages[0]?.article.sourcePath).toContain(file);
  });

  it("says of each passage why it was found", async () => {
    const [first] = (await search("港珠澳大桥的设计使用寿命是多少年？")).passages;
    expect(first?.matchedTerms).toContain("寿命");
    expect(first?.lexical.rank).toBe(1);
    expect(first?.lexical.title).toBeGreaterThan(0);
    for (const share of [first?.lexical.share, first?.lexical.article, first?.lexical.title]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it("shows an article and its copy once, and the earlier of them", async () => {
    const files = (await search("When was smallpox declared eradicated?")).passages.map((p) => p.article.sourcePath);
    expect(files).toContain("en-smallpox.txt");
    expect(files).not.toContain("en-smallpox-repost.md");
    const { passages } = await search("When was smallpox declared eradicated?");
    expect(passages.find(({ article }) => article.sourcePath === "en-smallpox.txt")?.article.reposts).toBe(1);
  });

  it("takes at most four passages of an article, unless the question is about that one alone", async () => {
    const longest = index.snapshot.store
      .list(0, 99)
      .map(({ id }) => ({ id, passages: index.snapshot.store.passagesOf(id).length }))
      .toSorted((a, b) => b.passages - a.passages)[0];
    const title = longest === undefined ? "" : (index.snapshot.store.card(longest.id)?.title ?? "");
    const alone = await search(title, { scope: longest === undefined ? [] : [longest.id] }, 50);
    expect(alone.passages).toHaveLength(longest?.passages ?? -1);
    const counts = Map.groupBy((await search(title, {}, 50)).passages, ({ article }) => article.id);
    expect(Math.max(...[...counts.values()].map((found) => found.length))).toBeLessThanOrEqual(4);
  });

  it("leaves out what lies outside a filtering range, and says what was searched", async () => {
    const { passages, searched } = await search("土星有多少颗卫星", range("2025-01-01", "2025-12-31", "filter"));
    expect(new Set(passages.map(({ article }) => article.publishedAt?.slice(0, 4)))).toEqual(new Set(["2025"]));
    expect(searched.articles).toBeLessThan(index.snapshot.store.facts().articles);
  });

  it.each([
    ["2023-05-01", "2023-05-31", "145"],
    ["2025-03-01", "2025-03-31", "274"],
  ])("prefers what lies from %s to %s", async (from, to, moons) => {
    const placeIn = async (changes: object) =>
      (await search("土星的卫星", changes)).passages.findIndex(({ article }) => article.title.includes(moons));
    const preferred = await placeIn(range(from, to, "prefer"));
    expect(preferred).toBe(0);
    expect(await placeIn({})).toBeGreaterThanOrEqual(preferred);
  });

  it.each(["？！……", "🤷", "\u0000"])("finds nothing by %j, and does not fail", async (words) => {
    const { passages, evidence } = await search(words);
    for (const { matchedTerms } of passages) expect(matchedTerms).toEqual([]);
    expect(evidence).toBeLessThan(0.2);
  });

  it("has more evidence where the articles answer than where they do not", async () => {
    const known = await search("嫦娥六号带回来的样品一共多重？");
    const unknown = await search("巴西的咖啡期货今天收盘价是多少？");
    expect(known.evidence).toBeGreaterThan(unknown.evidence);
  });

  it("finds what is asked in front of 20,000 pasted characters or behind them, in little time", async () => {
    const bodies = index.snapshot.store.list(0, 12).map(({ id }) => index.snapshot.store.article(id)?.body ?? "");
    const pasted = bodies.join("\n").slice(0, 20_000);
    const asked = "赵州桥是谁主持建造的？";
    for (const words of [`${pasted} ${asked}`, `${asked} ${pasted}`]) {
      const startedMs = performance.now();
      const { passages } = await search(words);
      expect(performance.now() - startedMs).toBeLessThan(2_000);
      expect(passages.map(({ article }) => article.title).join()).toContain("赵州桥");
    }
    expect(readQuery(readQuestion(pasted, NOW), deps()).terms.length).toBeLessThanOrEqual(96);
  });

  it("stops at once when it is not wanted any more, and the next question is searched", async () => {
    const controller = new AbortController();
    const stopped = retrieve(readQuestion("赵州桥", NOW), deps(), 12, controller.signal);
    controller.abort();
    await expect(stopped).rejects.toThrow(/abort/i);
    expect((await search("赵州桥")).passages[0]?.article.title).toContain("赵州桥");
  });

  it("answers the first question before it has searched for the last", async () => {
    const done: number[] = [];
    await Promise.all(Array.from({ length: 8 }, (_, i) => search("赵州桥").then(() => done.push(i))));
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
