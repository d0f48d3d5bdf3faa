import { describe, expect, it } from "vitest";
import type { Article } from "../../src/domain.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { anArticle } from "../support/articles.ts";
import { ShelfLibrary } from "./support/shelf-library.ts";
import { button, GROUP, OWNER, stage } from "./support/stage.ts";

const say = sayIn("en");

/** n19 is the newest. */
const twenty = Array.from({ length: 20 }, (_, n) =>
  anArticle({
    id: `n${n}`,
    title: n % 5 === 0 ? `氦的故事 ${n}` : `Number ${n}`,
    author: "Harbour Notes",
    publishedAt: `2024-01-${String(n + 10)}`,
    url: `https://example.org/${n}`,
    body: `Body of number ${n}, four words.`,
  }),
);

async function shelf(articles: readonly Article[] = twenty) {
  const library = new ShelfLibrary(articles);
  return { ...(await stage({ library })), library };
}

describe("/articles", () => {
  it("lists the newest first; each page takes the place of the one before, after a restart too", async () => {
    const { server, hears, until, said, restart } = await shelf();
    server.sendText("/articles");
    const [list] = await hears(OWNER, 1);
    const id = list?.message_id ?? 0;
    expect(list?.text).toMatch(
      /^All 20 articles · page 1 of 3\n\n1\. Number 19\nHarbour Notes · 2024-01-29\n\n2\. Number 18\n/,
    );
    expect(list?.entities).toContainEqual(
      expect.objectContaining({ type: "text_link", url: "https://example.org/19", length: 9 }),
    );
    await restart();
    server.pressButton(OWNER, id, button(list, "2 ›"));
    const second = await until(() => said(OWNER).find(({ text }) => text?.includes("page 2 of 3")));
    expect(second.message_id).toBe(id);
    expect(second.text).toContain("\n\n9. Number 11\n");
    server.pressButton(OWNER, id, button(second, "3 ›"));
    const third = await until(() => said(OWNER).find(({ text }) => text?.includes("page 3 of 3")));
    expect(third.text).toContain("\n\n20. 氦的故事 0\n");
    expect(third.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
      "17",
      "18",
      "19",
      "20",
      "« 1",
      "‹ 2",
    ]);
    server.pressButton(OWNER, id, button(third, "« 1"));
    await until(() => said(OWNER)[0]?.text === list?.text);
    expect(said(OWNER)).toHaveLength(1);
  });

  it.each([
    { words: "氦", head: "标题或公众号含“氦”的文章，4 篇", rows: 4 },
    { words: "NUMBER 1", head: "9 articles with “NUMBER 1” in title or account · page 1 of 2", rows: 8 },
    { words: "harbour", head: "20 articles with “harbour” in title or account · page 1 of 3", rows: 8 },
    { words: "numbering 7", head: "No title has “numbering 7”;", rows: 8 },
    { words: "volcano", head: "No title or account matches “volcano”. To search the text, use /find.", rows: 0 },
  ])("searches titles: $words", async ({ words, head, rows }) => {
    const { server, hears } = await shelf();
    server.sendText(`/articles ${words}`);
    const [list] = await hears(OWNER, 1);
    expect(list?.text?.startsWith(head)).toBe(true);
    expect(list?.text?.match(/\n\n\d+\. /g) ?? []).toHaveLength(rows);
  });

  it("speaks the language in which it was asked, also when pages are turned", async () => {
    const { server, hears, until, said } = await shelf();
    server.sendText("/articles", { languageCode: "zh-hans" });
    const [list] = await hears(OWNER, 1);
    expect(list?.text).toMatch(/^全部文章，20 篇 · 第 1\/3 页/);
    server.pressButton(OWNER, list?.message_id ?? 0, button(list, "3 »"));
    await until(() => said(OWNER)[0]?.text?.startsWith("全部文章，20 篇 · 第 3/3 页"));
  });

  it("works with no article, and with titles longer than any list", async () => {
    const { server, library, hears } = await shelf([]);
    server.sendText("/articles");
    expect((await hears(OWNER, 1))[0]?.text).toBe("All 0 articles");
    library.rebuild(twenty.map((each) => ({ ...each, title: `${"👩‍🚀".repeat(300)}${each.title}` })));
    server.sendText("/articles");
    const list = (await hears(OWNER, 2))[1];
    expect(list?.text?.length).toBeLessThan(2_000);
    server.pressButton(OWNER, list?.message_id ?? 0, button(list, "1"));
    expect((await hears(OWNER, 3))[2]?.text?.length).toBeGreaterThan(1_500);
  });

  it("after the index was made anew shows what is there now, and opens what it had listed", async () => {
    const { server, library, hears, until, said } = await shelf();
    server.sendText("/articles");
    const [list] = await hears(OWNER, 1);
    const id = list?.message_id ?? 0;
    library.rebuild([...twenty.slice(0, 10), anArticle({ id: "new", title: "Brand new", publishedAt: "2025-01-01" })]);
    server.pressButton(OWNER, id, button(list, "1"));
    expect((await hears(OWNER, 2))[1]?.text).toBe(say("source-gone"));
    server.pressButton(OWNER, id, button(list, "3 »"));
    const last = await until(() => said(OWNER).find(({ text }) => text?.includes("page 2 of 2")));
    server.pressButton(OWNER, id, button(last, "‹ 1"));
    await until(() => said(OWNER)[0]?.text?.includes("\n\n1. Brand new\n2025-01-01"));
  });

  it("turned twice to the same page, it stays, and nobody is troubled", async () => {
    const { server, hears, until, logged, said } = await shelf();
    server.sendText("/articles");
    const [list] = await hears(OWNER, 1);
    const id = list?.message_id ?? 0;
    for (const _ of "ab") server.pressButton(OWNER, id, button(list, "2 ›"));
    await until(() => server.calls.filter(({ method }) => method === "answerCallbackQuery").length === 2);
    server.sendText("/help");
    await hears(OWNER, 2);
    expect(said(OWNER)[0]?.text).toContain("page 2 of 3");
    expect(server.calls.filter(({ method }) => method === "editMessageText")).toHaveLength(1);
    expect(logged.filter((line) => line.includes("could not"))).toEqual([]);
  });

  it.each([
    { name: "did not change after all", description: "Bad Request: message is not modified", messages: 1 },
    { name: "is too old to be changed", description: "Bad Request: message can't be edited", messages: 2 },
  ])("a list that $name", async ({ description, messages }) => {
    const { server, hears, until, said, logged } = await shelf();
    server.sendText("/articles");
    const [list] = await hears(OWNER, 1);
    server.fault({ method: "editMessageText", status: 400, description });
    server.pressButton(OWNER, list?.message_id ?? 0, button(list, "2 ›"));
    await until(() => server.calls.some(({ method }) => method === "editMessageText"));
    server.sendText("/help");
    await hears(OWNER, messages + 1);
    expect(said(OWNER).filter(({ text }) => text?.includes("page 2 of 3"))).toHaveLength(messages - 1);
    expect(logged).toEqual([]);
  });
});

describe("an article's card", () => {
  it("says what there is to know, and offers its main points and the whole text", async () => {
    const original = anArticle({
      id: "first",
      title: "First",
      publishedAt: "2023-01-01",
      body: "甲乙丙，Tea 7。",
      language: "zh",
    });
    const { server, library, hears } = await shelf([
      original,
      anArticle({
        id: "copy",
        title: "Copied",
        author: "Harbour Notes",
        publishedAt: "2024-05-06T07:08+08:00",
        url: "https://example.org/copy",
        body: "One two three.",
        missing: { paywall: true, picturesUnread: 2 },
        repostOf: original.id,
      }),
    ]);
    server.sendText("/articles");
    const [list] = await hears(OWNER, 1);
    server.pressButton(OWNER, list?.message_id ?? 0, button(list, "1"));
    const card = (await hears(OWNER, 2))[1];
    expect(card?.text).toBe(
      `Copied\nHarbour Notes · 2024-05-06 · 3 words\n${say("paywall")}; 2 pictures were not read\nAlmost word for word the same as “First”`,
    );
    expect(card?.entities?.[0]).toMatchObject({
      type: "text_link",
      offset: 0,
      length: 6,
      url: "https://example.org/copy",
    });
    expect(card?.reply_to_message?.message_id).toBe(list?.message_id);
    server.pressButton(OWNER, list?.message_id ?? 0, button(list, "2"));
    expect((await hears(OWNER, 3))[2]?.text).toBe("First\n2023-01-01 · 5 characters · 1 repost");
    server.pressButton(OWNER, card?.message_id ?? 0, button(card, say("summarise-it")));
    const summary = (await hears(OWNER, 4))[3];
    expect(summary?.text).toContain("Main points");
    expect(button(summary, say("save-reply"))).toBeTruthy();
    expect(library.summarized).toEqual([expect.objectContaining({ about: { id: "copy" }, language: "en" })]);
    server.pressButton(OWNER, card?.message_id ?? 0, button(card, say("send-file")));
    expect((await hears(OWNER, 5))[4]?.document?.file_name).toBe("2024-05-06-Copied.md");
  });

  it("says kindly when the article has left the index", async () => {
    const { server, library, hears } = await shelf();
    server.sendText("/articles");
    const [list] = await hears(OWNER, 1);
    server.pressButton(OWNER, list?.message_id ?? 0, button(list, "1"));
    const card = (await hears(OWNER, 2))[1];
    library.rebuild(twenty.slice(0, 3));
    for (const [n, label] of [say("summarise-it"), say("ask-alone"), say("send-file")].entries()) {
      server.pressButton(OWNER, card?.message_id ?? 0, button(card, label));
      expect((await hears(OWNER, 3 + n))[2 + n]?.text).toBe(say("source-gone"));
    }
    expect(library.summarized).toEqual([]);
  });

  it("belongs to its chat, as every list does", async () => {
    const { server, state, hears, until, said } = await shelf();
    server.sendText("/articles");
    const [list] = await hears(OWNER, 1);
    const stolen = button(list, "2 ›");
    expect(state.button(String(GROUP), stolen.split(":")[0] ?? "")).toBeNull();
    server.sendText("/articles", { chat: GROUP });
    const [own] = await hears(GROUP, 1);
    expect(button(own, "2 ›").split(":")[0]).not.toBe(stolen.split(":")[0]);
    const forged = { text: "…", reply_markup: { inline_keyboard: [[{ text: "x", callback_data: stolen }]] } };
    await fetch(`${server.apiRoot}/bot${server.token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: GROUP, ...forged }),
    });
    const query = server.pressButton(GROUP, said(GROUP)[1]?.message_id ?? 0, stolen);
    expect((await until(() => server.callbackAnswer(query))).text).toBe(say("list-gone"));
    expect(said(GROUP)[0]?.text).toContain("page 1 of 3");
    expect(said(GROUP)).toHaveLength(2);
  });
});
