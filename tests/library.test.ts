import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStateStore } from "../src/adapters/sqlite/state-store.ts";
import { loadConfig } from "../src/config.ts";
import type { Answer, ArticleId } from "../src/domain.ts";
import { createLibrary } from "../src/library/create-library.ts";
import type { Library } from "../src/library/library.ts";
import type { ChatEvent, ChatModel, Finish, StateStore } from "../src/ports.ts";
import { builtInModels, openModels } from "../src/wiring.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../tools/evaluation/temporary-index.ts";

const CORPUS = path.join(import.meta.dirname, "..", "corpus", "articles");
let index: TemporaryIndex;
let state: StateStore;
let library: Library;
let withModel: (chat: ChatModel) => Library;

beforeAll(async () => {
  const models = await openModels(loadConfig({}));
  index = await openTemporaryIndex(CORPUS, models);
  const clock = { now: () => new Date("2026-01-01") };
  state = openStateStore(":memory:", clock);
  const lease = { snapshot: index.snapshot, release() {} };
  const snapshots = { acquire: () => lease, refresh() {}, close() {} };
  library = createLibrary({ snapshots, ...builtInModels(), chat: null, state, clock });
  withModel = (chat) => createLibrary({ snapshots, ...builtInModels(), chat, state, clock });
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

describe("a model that gives nothing usable", () => {
  const text = "天眼的口径有多大？";
  /** Says one of these a call, and then the last again and again. */
  const saying = (...replies: readonly (readonly [said: string, finish: Finish])[]) => {
    const rooms: unknown[] = [];
    const chat: ChatModel = {
      name: "test",
      async *stream({ room }): AsyncGenerator<ChatEvent> {
        const [said, finish] = replies[Math.min(rooms.push(room), replies.length) - 1] ?? ["", "stop"];
        for (const piece of said.match(/[\s\S]{1,5}/g) ?? []) yield { kind: "text", text: piece };
        yield { kind: "end", finish, usage: null };
      },
    };
    return { chat, rooms };
  };

  it.each<[name: string, said: string, finish: Finish, failure: string]>([
    ["says nothing", "", "stop", "model-unusable"],
    ["says nothing, and does not tell why", "", "untold", "model-unusable"],
    ["talks without keys", "天眼很大。", "stop", "model-unusable"],
    ["refuses", "I'm sorry, but I can't help with that.", "stop", "model-unusable"],
    ["sends other JSON", '{"tool":"search","query":"天眼"}', "stop", "model-unusable"],
    ["breaks its JSON off", '{"claims":[{"cites":["a', "untold", "model-unusable"],
    ["thinks until its limit", "<think>\n天眼……", "length", "model-length"],
    ["thinks aloud until its limit", "The reader asks about FAST.", "length", "model-length"],
    ["says nothing until its limit", "", "length", "model-length"],
  ])("%s: the closest passages, with the reason, and no gap", async (_, said, finish, failure) => {
    const answer = await withModel(saying([said, finish]).chat).ask({ chat: "u", text });
    expect(answer).toMatchObject({ kind: "closest", failure });
    expect(citedArticles(answer).length).toBeGreaterThan(0);
    expect(state.gaps(10)).toEqual([]);
  });

  it("is no model that says that the sentences do not answer", async () => {
    const answer = await withModel(saying(['{"claims":[],"missing":"口径"}', "stop"]).chat).ask({ chat: "n", text });
    expect(answer).toMatchObject({ kind: "abstained", reason: "model-abstained" });
  });

  it("is asked once more with more room where its limit came first, and then heard", async () => {
    const { chat, rooms } = saying(["<think>\n天眼……", "length"], ['{"claims":[],"missing":"口径"}', "stop"]);
    expect(await withModel(chat).ask({ chat: "n", text })).toMatchObject({ kind: "abstained" });
    expect(rooms).toEqual([undefined, "more"]);
  });
});

describe("a conversation", () => {
  const ask = (chat: string, text: string, over: object = {}) => library.ask({ chat, text, ...over });

  it("goes on without naming its subject, until something else is asked", async () => {
    await ask("talk", "奋斗者号坐底的深度是多少？");
    const people = await ask("talk", "能坐几个人？");
    expect(people.follows?.subject).toContain("奋斗者");
    expect(people.kind !== "abstained" && people.claims.map(({ text }) => text).join()).toContain("三个人");
    const other = await ask("talk", "蛟龙号呢？");
    expect(other.kind !== "abstained" && other.claims.map(({ text }) => text).join()).toContain("7062");
    const fresh = await ask("talk", "赵州桥是谁主持建造的？");
    expect(fresh.follows).toBeUndefined();
  });

  it.each([
    ["says its subject itself", "赵州桥是谁主持建造的？", "赵州桥有多长？"],
    ["is words that no article has", "Who removed the handle of the Broad Street pump?", "zzgr qwpx vbnm"],
    ["names what no article has", "奋斗者号坐底的深度是多少？", "RTX 5090的功耗是多少瓦？"],
  ])("does not go on with a question that %s", async (_, first, second) => {
    await ask(second, first);
    expect((await ask(second, second)).follows).toBeUndefined();
  });

  it("is over with /new, and with a question asked as a new one", async () => {
    await ask("over", "How heavy is the Mars helicopter Ingenuity?");
    expect((await ask("over", "Why?", { alone: true })).follows).toBeUndefined();
    library.resetConversation("over");
    expect((await ask("over", "Why?")).follows).toBeUndefined();
  });

  it("takes up the answer that is replied to", async () => {
    const first = await ask("reply", "奋斗者号坐底的深度是多少？");
    await ask("reply", "钨的熔点是多少？");
    const repliedTo = first.kind === "abstained" ? "" : (first.claims[0]?.text ?? "");
    const answer = await ask("reply", "能坐几个人？", { repliedTo });
    expect(answer.follows?.read).toContain("奋斗者");
  });

  it("changes the last answer with the same sources, as far as that needs no model", async () => {
    const first = await ask("change", "钨的熔点是多少？");
    const cites = (answer: Answer) =>
      answer.kind === "abstained" ? [] : answer.claims.flatMap((one) => one.citations);
    const table = await ask("change", "做成表格");
    expect(table).toMatchObject({ kind: "answered", layout: "table" });
    expect(cites(table)).toEqual(cites(first));
    const short = await ask("change", "短一点");
    expect(cites(short)).toEqual(cites(first).slice(0, 2));
    const second = await ask("change", "展开第二点");
    expect(cites(second)[0]).toEqual(cites(short)[1]);
    expect(await ask("change", "展开第九点")).toMatchObject({ kind: "abstained", reason: "no-such-point" });
    expect(await ask("change", "翻成英文")).toMatchObject({ kind: "abstained", reason: "needs-model" });
    expect(state.gaps(10).map(({ question }) => question)).not.toContain("翻成英文");
  });
});

describe("what changed over time", () => {
  it("is told by day from all articles that name it", async () => {
    const timeline = await library.timeline("土星的卫星");
    expect(timeline?.values.map(({ asOf, text }) => `${asOf.slice(0, 4)} ${text}`)).toEqual(
      expect.arrayContaining(["2023 145颗", "2025 274颗"]),
    );
  });

  it("is nothing where no figure stands", async () => expect(await library.timeline("Napoleon valuation")).toBeNull());
});

describe("an overview", () => {
  it("of days tells one sentence of each article, in their order", async () => {
    const found = await library.overview({ text: "2024年9月的文章" });
    expect(found?.articles).toBe(4);
    const days = found?.claims.map(({ citations: [cited] }) => cited?.article.publishedAt?.slice(0, 10));
    expect(days).toEqual(["2024-09-02", "2024-09-09", "2024-09-16", "2024-09-23"]);
  });

  it("of a subject reads what is about it, and of days without articles there is none", async () => {
    const found = await library.overview({ text: "总结一下嫦娥六号" });
    expect(found?.claims.every(({ citations: [cited] }) => cited?.article.title.includes("嫦娥"))).toBe(true);
    expect(await library.overview({ text: "1999年1月的文章" })).toBeNull();
  });

  it("covers all of an article in its summary", async () => {
    const summary = await library.summarize({ about: { id: idOf("Voyager") }, language: "en" });
    expect(summary?.coverage).toEqual({ read: summary?.coverage?.of, of: summary?.coverage?.of });
  });
});
