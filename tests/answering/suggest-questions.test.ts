import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainQuestions } from "../../src/answering/plain-questions.ts";
import { suggestQuestions } from "../../src/answering/suggest-questions.ts";
import { splitPassages } from "../../src/articles/split.ts";
import type { Article, ArticleId } from "../../src/domain.ts";
import type { ChatEvent, ChatModel } from "../../src/ports.ts";
import { languageOf } from "../../src/text/language.ts";
import { builtInModels } from "../../src/wiring.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../tools/evaluation/temporary-index.ts";

function article(title: string, body: string): Article {
  return {
    id: "a" as ArticleId,
    title,
    author: null,
    publishedAt: null,
    url: null,
    language: languageOf(body),
    body,
    sourcePath: "a.md",
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: null,
  };
}

describe("questions without a model", () => {
  it.each([
    ["a title that asks", "都江堰为什么没有坝", "江水自己分成两股。", "都江堰为什么没有坝？"],
    ["a heading that asks", "Lamps", "## Why do lamps hum\n\nThey hum.", "Why do lamps hum?"],
    [
      "a heading with the matter of a question",
      "Lamps",
      "## Why the lamps hum\n\nThey hum.",
      "What does the article say about why the lamps hum?",
    ],
    [
      "a date left out",
      "T",
      "The bridge at Orn was opened in May 1899 by the mayor.",
      "“The bridge at Orn was opened in … by the mayor”: when was that?",
    ],
    ["a Chinese date", "桥", "奥恩大桥在1899年5月由市长剪彩通车。", "奥恩大桥在什么时候由市长剪彩通车？"],
    ["a figure left out", "桥", "奥恩大桥的主跨长达412米，当时居全国首位。", "奥恩大桥的主跨长达多少米？"],
    ["a Chinese share", "鲜果", "奥恩鲜果的收购价比前一年高了约40%左右。", "奥恩鲜果的收购价比前一年高了百分之多少？"],
    ["a short clause", "桥", "奥恩大桥1899年建，由市长剪彩通车，观者如堵。", "奥恩大桥什么时候建，由市长剪彩通车？"],
    [
      "a heading that names",
      "Lamps",
      "## The north tower\n\nIt stands.",
      "What does the article say about “The north tower”?",
    ],
  ])("%s", (_, title, body, question) => {
    const one = article(title, body);
    expect(plainQuestions(one, splitPassages(one))).toContain(question);
  });

  it.each([
    ["leans on the sentence before", "It was opened in 1899 by the mayor of the town."],
    ["leans on it in Chinese", "它于1899年5月由市长剪彩通车。"],
    ["has neither date nor figure", "The mayor opened the bridge with a pair of scissors."],
    ["gives half a range", "奥恩大桥的主跨在设计时长412至420米。"],
    ["counts and waits for more", "除了奥恩大桥的造价达到412万元之外，别无花费。"],
    ["quotes", "The mayor said “open it in 1899” to the waiting crowd."],
  ])("none from a sentence that %s", (_, body) => {
    const one = article("T", body);
    expect(plainQuestions(one, splitPassages(one))).toEqual([]);
  });
});

describe("questions that were searched for", () => {
  const models = builtInModels();
  let index: TemporaryIndex;
  beforeAll(async () => {
    index = await openTemporaryIndex(path.join(import.meta.dirname, "..", "..", "corpus", "articles"), models);
  });
  afterAll(() => index.close());

  const saying = (...pieces: readonly string[]): ChatModel => ({
    name: "test",
    async *stream(): AsyncGenerator<ChatEvent> {
      for (const text of pieces) yield { kind: "text", text };
      yield { kind: "end", finish: "stop", usage: null };
    },
  });
  const silent: ChatModel = {
    name: "silent",
    async *stream(): AsyncGenerator<ChatEvent> {
      await new Promise(() => {});
    },
  };
  const suggest = (title: string, chat: ChatModel | null, signal?: AbortSignal) => {
    const { store, vectors } = index.snapshot;
    const card = store.findByTitle(title, 1)[0];
    const found = card === undefined ? null : store.article(card.id);
    if (found === null) throw new Error(`no article ${title}`);
    const clock = { now: () => new Date("2025-06-01T00:00:00Z") };
    return suggestQuestions(found, store.passagesOf(found.id), { ...models, store, vectors, chat, clock }, signal);
  };

  it("are three, in the article's language, for nearly every sample article", async () => {
    const cards = index.snapshot.store.list(0, 100).filter((_card, place) => place % 3 === 0);
    const counts: number[] = [];
    for (const { title, language } of cards) {
      const questions = await suggest(title, null);
      for (const question of questions) expect(question).toMatch(language === "zh" ? /？$/ : /\?$/);
      counts.push(questions.length);
    }
    expect(counts.filter((count) => count === 3).length).toBeGreaterThan(cards.length * 0.9);
  }, 180_000);

  it("come from the model first; those that lead elsewhere, or are none, are left out", async () => {
    const good = "赵州桥是谁主持建造的？";
    const bad = ["天花是哪一年被消灭的？", "What is the Zhaozhou Bridge?", "一个陈述句。", "zzgr qwpx？"];
    const questions = await suggest("赵州桥", saying('{"questions":', JSON.stringify([...bad, good]), "}"));
    expect(questions[0]).toBe(good);
    for (const question of bad) expect(questions).not.toContain(question);
    expect(questions).toHaveLength(3);
  });

  it.each([
    ["talks", saying("Here are three questions for you!")],
    ["sends another shape", saying('{"questions":"none"}')],
  ])("are plain ones when the model %s", async (_, chat) => {
    expect(await suggest("赵州桥", chat)).toEqual(await suggest("赵州桥", null));
  });

  it("do not wait for a model that says nothing", async () => {
    expect(await suggest("赵州桥", silent, AbortSignal.timeout(50))).toEqual(await suggest("赵州桥", null));
  });
});
