import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { anArticle } from "../support/articles.ts";
import { ShelfLibrary } from "./support/shelf-library.ts";
import { button, GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const say = sayIn("en");
const LONG = "字".repeat(200);

/** n11 is the newest; every other one speaks of helium, three times. */
const twelve = Array.from({ length: 12 }, (_, n) =>
  anArticle({
    id: `n${n}`,
    title: `Number ${n}`,
    publishedAt: `2024-01-${String(n + 10)}`,
    url: `https://example.org/${n}`,
    body: n % 2 === 0 ? `Ｈｅｌｉｕｍ ${LONG} 氦闪 ${LONG} the HELIUM flash ${LONG} heliums` : "nothing",
  }),
);

async function shelf(articles = twelve) {
  const library = new ShelfLibrary(articles);
  return { ...(await stage({ library })), library };
}

/** The texts that stand in bold, but for the heading. */
function marked({ text = "", entities = [] }: Message): string[] {
  return entities
    .filter(({ type }) => type === "bold")
    .slice(1)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

describe("/find", () => {
  it("counts all, marks the words in their surroundings, and turns pages in place, after a restart too", async () => {
    const { server, hears, until, said, restart } = await shelf();
    server.sendText("/find helium");
    const [list] = await hears(OWNER, 1);
    const id = list?.message_id ?? 0;
    expect(list?.text).toMatch(
      /^Find: helium\n18 places in 6 articles · page 1 of 2\n\n1\. Number 10\n2024-01-20 · 3 places\n– Ｈｅｌｉｕｍ 字+…\n– …字+ the HELIUM flash 字+…\n\n2\. Number 8\n/,
    );
    expect(list && marked(list)).toEqual(Array.from({ length: 5 }, () => ["Ｈｅｌｉｕｍ", "HELIUM"]).flat());
    await restart();
    server.pressButton(OWNER, id, button(list, "2 ›"));
    const second = await until(() => said(OWNER).find(({ text }) => text?.includes("page 2 of 2")));
    expect(second.message_id).toBe(id);
    expect(second.text).toContain("\n\n6. Number 0\n");
    expect(said(OWNER)).toHaveLength(1);
  });

  it("opens all places of one article, in pages, with what can be done with it", async () => {
    const many = anArticle({ id: "many", title: "氦和氦", body: `氦${LONG}`.repeat(20) });
    const { server, library, hears, until, said } = await shelf([many]);
    server.sendText("/find 氦", { languageCode: "zh-hans" });
    const [list] = await hears(OWNER, 1);
    expect(list?.text).toMatch(/^查找：氦\n1 篇，22 处\n\n1\. 氦和氦\n日期不明 · 22 处\n– 氦字/);
    server.pressButton(OWNER, list?.message_id ?? 0, button(list, "1"));
    const places = (await hears(OWNER, 2))[1];
    expect(places?.text).toMatch(/^氦和氦\n日期不明\n查找：氦 · 22 处 · 第 1\/3 页\n\n氦字/);
    server.pressButton(OWNER, places?.message_id ?? 0, button(places, "3 »"));
    const last = await until(() => said(OWNER).find(({ text }) => text?.includes("第 3/3 页")));
    expect(last.entities?.filter(({ type }) => type === "bold")).toHaveLength(2 + 4);
    server.pressButton(OWNER, places?.message_id ?? 0, button(last, sayIn("zh")("summarise-it")));
    await hears(OWNER, 3);
    expect(library.summarized).toEqual([expect.objectContaining({ about: { id: "many" }, language: "zh" })]);
  });

  it.each([
    { text: "/find 黄金", says: "没有文章含有：黄金（已逐字查找全部 12 篇）" },
    { text: "/find gold", says: "None of the 12 articles, searched letter by letter, contains: gold" },
    { text: "/find helium gold", says: "None of the 12 articles contains all 2 words: helium gold" },
    { text: '/find "helium flash" the', says: "(each has all 2 words)" },
    { text: "/find heliumｓ", says: "6 places in 6 articles" },
    { text: "/find 闪", says: "6 处" },
    { text: "/find a b c d e f g h i j k", says: "At most 10 words" },
    { text: `/find ${"字".repeat(3_000)}`, says: "没有文章含" },
    { text: `/find ${"字".repeat(150)}`, says: "18 处" },
    { text: "/find@footnote_bot “the helium”", says: "6 places in 6 articles" },
  ])("$text", async ({ text, says }) => {
    const { server, hears } = await shelf();
    server.sendText(text);
    const [reply] = await hears(OWNER, 1);
    expect(reply?.text).toContain(says);
    expect(reply?.text?.length).toBeLessThan(4_000);
  });

  it("fits into one message even where everything is long and many", async () => {
    const crowded = Array.from({ length: 6 }, (_, n) =>
      anArticle({ id: `c${n}`, title: "e ".repeat(300), author: "x".repeat(60), body: "e f ".repeat(5_000) }),
    );
    const { server, hears } = await shelf(crowded);
    server.sendText("/find e f");
    const [list] = await hears(OWNER, 1);
    expect(list?.text?.match(/\n\n\d\. /g)).toHaveLength(5);
    expect(button(list, "2 ›")).toBeTruthy();
  });

  it("after the index was made anew shows what stands there now", async () => {
    const { server, library, hears, until, said } = await shelf();
    server.sendText("/find helium");
    const [list] = await hears(OWNER, 1);
    const id = list?.message_id ?? 0;
    library.rebuild(twelve.slice(0, 3));
    server.pressButton(OWNER, id, button(list, "1"));
    expect((await hears(OWNER, 2))[1]?.text).toBe(say("source-gone"));
    server.pressButton(OWNER, id, button(list, "2 ›"));
    await until(() => said(OWNER)[0]?.text?.includes("6 places in 2 articles\n"));
    library.rebuild([]);
    server.sendText("/find helium");
    await hears(OWNER, 3);
    server.pressButton(OWNER, id, button(said(OWNER)[0], "1"));
    expect((await hears(OWNER, 4))[3]?.text).toBe(say("source-gone"));
  });
});

describe("/find alone asks for the words", () => {
  it("which a reply to it gives, in a group with privacy mode and after a restart", async () => {
    const library = new ShelfLibrary(twelve);
    const { server, hears, restart, state } = await stage({ library, api: { privacy: "on" } });
    state.allow(GROUP, null);
    server.sendText("/find", { chat: GROUP, from: STRANGER });
    const [prompt] = await hears(GROUP, 1);
    expect(prompt?.text).toBe(say("find-what"));
    const sent = server.calls.find(({ method }) => method === "sendMessage");
    expect(JSON.stringify(sent?.params.reply_markup)).toContain('"selective":true');
    await restart();
    server.sendText("helium", { chat: GROUP, from: STRANGER, replyTo: prompt?.message_id ?? 0 });
    expect((await hears(GROUP, 2))[1]?.text).toContain("18 places");
    server.sendText("@footnote_bot helium?", { chat: GROUP, from: STRANGER });
    await hears(GROUP, 3);
    expect(library.asked.map(({ text }) => text)).toEqual(["helium?"]);
  });

  it("which in private the next message gives, unless a command or an hour comes between", async () => {
    const { server, library, clock, hears } = await shelf();
    server.sendText("/find");
    await hears(OWNER, 1);
    server.sendText("helium");
    expect((await hears(OWNER, 2))[1]?.text).toContain("18 places");
    server.sendText("What is helium?");
    await hears(OWNER, 3);
    server.sendText("/find");
    await hears(OWNER, 4);
    server.sendText("/help");
    await hears(OWNER, 5);
    server.sendText("What then?");
    await hears(OWNER, 6);
    server.sendText("/find  ");
    await hears(OWNER, 7);
    clock.nowMs += 3_600_001;
    server.sendText("What now?");
    await hears(OWNER, 8);
    expect(library.asked.map(({ text }) => text)).toEqual(["What is helium?", "What then?", "What now?"]);
  });
});
