import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/errors.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { LIGHTHOUSE } from "./support/fake-library.ts";
import { button, GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const say = sayIn("en");
const HEAD = `${say("scoped")}${LIGHTHOUSE.title}\n\n`;

/** The bot with an article's card in that chat. */
async function withCard(chat: number, options: Parameters<typeof stage>[0] = {}) {
  const on = await stage(options);
  on.server.sendText("/articles", { chat });
  const [list] = await on.hears(chat, 1);
  on.server.pressButton(chat, list?.message_id ?? 0, button(list, "1"));
  const card = (await on.hears(chat, 2))[1];
  const press = (message: Message | undefined, label: string, from?: number) =>
    on.server.pressButton(chat, message?.message_id ?? 0, button(message, label), from);
  return { ...on, card, press };
}

const labels = (message: Message | undefined) =>
  message?.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text));

describe("asking one article alone, in private", () => {
  it("takes the next message, says so, and is over then; after a restart too", async () => {
    const { server, library, hears, card, press, restart } = await withCard(OWNER);
    press(card, say("ask-alone"));
    expect((await hears(OWNER, 3))[2]?.text).toBe(`${say("scope-prompt")}\n${LIGHTHOUSE.title}`);
    const prompt = server.calls.findLast(({ method }) => method === "sendMessage");
    expect(prompt?.params.link_preview_options).toMatchObject({ is_disabled: true });
    await restart();
    server.sendText("When?");
    const answer = (await hears(OWNER, 4))[3];
    expect(answer?.text?.startsWith(HEAD)).toBe(true);
    expect(answer?.text?.endsWith(say("scope-over"))).toBe(true);
    const link = answer?.entities?.find(({ type, offset }) => type === "text_link" && offset === say("scoped").length);
    expect(link).toMatchObject({ url: LIGHTHOUSE.url, length: LIGHTHOUSE.title.length });
    server.sendText("And then?");
    expect((await hears(OWNER, 5))[4]?.text).not.toContain(say("scoped"));
    expect(library.asked.map(({ scope }) => scope)).toEqual([LIGHTHOUSE.id, null]);
  });

  it("goes on, or goes to all articles, by the buttons under the answer", async () => {
    const { server, library, hears, card, press } = await withCard(OWNER);
    press(card, say("ask-alone"));
    await hears(OWNER, 3);
    server.sendText("/ask When?");
    const answer = (await hears(OWNER, 4))[3];
    expect(labels(answer)).toEqual([["1"], [say("scope-again"), say("ask-all")], [say("save-reply"), "👍", "👎"]]);
    press(answer, say("ask-all"));
    expect((await hears(OWNER, 5))[4]?.text).not.toContain(say("scoped"));
    press(answer, say("scope-again"));
    await hears(OWNER, 6);
    server.sendText("Who lit it?");
    await hears(OWNER, 7);
    expect(library.asked.map(({ text, scope }) => [text, scope])).toEqual([
      ["When?", LIGHTHOUSE.id],
      ["When?", null],
      ["Who lit it?", LIGHTHOUSE.id],
    ]);
  });

  it("keeps the buttons of its answer in their rows when somebody votes", async () => {
    const { server, hears, until, said, card, press } = await withCard(OWNER);
    press(card, say("ask-alone"));
    await hears(OWNER, 3);
    server.sendText("When?");
    press((await hears(OWNER, 4))[3], "👎");
    await until(() => labels(said(OWNER)[3])?.length === 4);
    expect(labels(said(OWNER)[3])).toEqual([
      ["1"],
      [say("scope-again"), say("ask-all")],
      [say("save-reply"), "👍", "👎 ✓"],
      [say("vote-wrong"), say("vote-misread"), say("vote-incomplete")],
    ]);
  });

  it.each([
    { name: "its button", leave: "button" },
    { name: "/new", leave: "new" },
    { name: "an hour", leave: "hour" },
  ])("is left by $name", async ({ leave }) => {
    const { server, library, clock, hears, until, said, card, press } = await withCard(OWNER);
    press(card, say("ask-alone"));
    const prompt = (await hears(OWNER, 3))[2];
    if (leave === "button") {
      press(prompt, say("scope-leave"));
      await until(() => said(OWNER)[2]?.text === say("scope-left"));
      expect(said(OWNER)[2]?.reply_markup).toBeUndefined();
    }
    if (leave === "new") {
      server.sendText("/new");
      expect((await hears(OWNER, 4))[3]?.text).toBe(`${say("new-conversation")}\n${say("scope-left")}`);
    }
    if (leave === "hour") clock.nowMs += 3_600_001;
    const before = said(OWNER).length;
    server.sendText("When?");
    await hears(OWNER, before + 1);
    expect(library.asked.map(({ scope }) => scope)).toEqual([null]);
  });

  it("outlives a failure, for the question was not answered", async () => {
    const { server, library, hears, card, press } = await withCard(OWNER);
    press(card, say("ask-alone"));
    await hears(OWNER, 3);
    const { answer } = library;
    library.answer = () => Promise.reject(new AppError("model-rate-limit", "busy"));
    server.sendText("When?");
    expect((await hears(OWNER, 4))[3]?.text).toBe(say("error-model-rate-limit"));
    library.answer = answer;
    server.sendText("When?");
    expect((await hears(OWNER, 5))[4]?.text?.startsWith(HEAD)).toBe(true);
  });

  it("says so kindly when the article has left the index, and searches only when told to", async () => {
    const { server, library, hears, card, press } = await withCard(OWNER);
    press(card, say("ask-alone"));
    await hears(OWNER, 3);
    library.articles.clear();
    server.sendText("When?");
    const gone = (await hears(OWNER, 4))[3];
    expect(gone?.text).toBe(say("scope-gone"));
    expect(library.asked).toEqual([]);
    press(gone, say("ask-all"));
    await hears(OWNER, 5);
    expect(library.asked.map(({ text, scope }) => [text, scope])).toEqual([["When?", null]]);
  });

  it("without an answer says that only this article was searched, in its file too", async () => {
    const { server, library, hears, until, said, card, press } = await withCard(OWNER);
    press(card, say("ask-alone"));
    await hears(OWNER, 3);
    const searched = { articles: 1, from: "2024-05-11", to: "2024-05-11" };
    const none = { dropped: [], unknownNames: [], nearest: [], usage: null, searched };
    library.answer = async () => ({ kind: "abstained", language: "en", reason: "nothing-found", ...none });
    server.sendText("When?");
    const answer = (await hears(OWNER, 4))[3];
    expect(answer?.text?.startsWith(`${HEAD}${say("nothing-found-in-one")}`)).toBe(true);
    expect(button(answer, say("ask-all"))).toBeTruthy();
    expect(answer?.text).not.toContain("Searched 1");
    press(answer, say("save-reply"));
    const file = (await hears(OWNER, 5))[4]?.document;
    const markdown = Buffer.from(server.file(file?.file_id ?? "").bytes).toString("utf8");
    expect(markdown).toContain(`*${say("scoped").trim()}* ${LIGHTHOUSE.title} · <${LIGHTHOUSE.url}>`);
    press(answer, "👎");
    await until(() => labels(said(OWNER)[3])?.length === 4);
    expect(labels(said(OWNER)[3])?.at(-1)).toEqual([say("vote-missed"), say("vote-misread")]);
    press(answer, say("summarise-it"));
    await hears(OWNER, 6);
    expect(library.summarized.map(({ about }) => about)).toEqual([{ id: LIGHTHOUSE.id }]);
  });
});

describe("asking one article alone, in a group", () => {
  it("opens a reply for who pressed, works with privacy mode, and leaves others alone", async () => {
    const { server, library, hears, card, press, restart } = await withCard(GROUP, { api: { privacy: "on" } });
    press(card, say("ask-alone"), STRANGER);
    const prompt = (await hears(GROUP, 3))[2];
    expect(prompt?.entities?.[0]).toMatchObject({ type: "text_mention", user: { id: STRANGER } });
    const sent = server.calls.filter(({ method }) => method === "sendMessage").at(-1);
    expect(JSON.stringify(sent?.params.reply_markup)).toContain('"force_reply":true');
    server.sendText("@footnote_bot what of the others?", { chat: GROUP });
    await hears(GROUP, 4);
    await restart();
    server.sendText("When?", { chat: GROUP, from: STRANGER, replyTo: prompt?.message_id ?? 0 });
    expect((await hears(GROUP, 5))[4]?.text?.startsWith(HEAD)).toBe(true);
    server.sendText("@footnote_bot and now?", { chat: GROUP, from: STRANGER });
    await hears(GROUP, 6);
    expect(library.asked.map(({ scope }) => scope)).toEqual([null, LIGHTHOUSE.id, null]);
  });

  it("also takes a mention by the one who pressed; a later reply to the prompt asks again", async () => {
    const { server, library, clock, hears, card, press } = await withCard(GROUP);
    press(card, say("ask-alone"));
    const prompt = (await hears(GROUP, 3))[2];
    server.sendText("@footnote_bot when?", { chat: GROUP });
    await hears(GROUP, 4);
    clock.nowMs += 86_400_000;
    server.sendText("and who?", { chat: GROUP, replyTo: prompt?.message_id ?? 0 });
    await hears(GROUP, 5);
    expect(library.asked.map(({ text, scope }) => [text, scope])).toEqual([
      ["when?", LIGHTHOUSE.id],
      ["and who?", LIGHTHOUSE.id],
    ]);
  });

  it("keeps to its topic", async () => {
    const { server, library, hears } = await stage();
    server.sendText("/articles", { chat: GROUP, threadId: 7 });
    const [list] = await hears(GROUP, 1);
    server.pressButton(GROUP, list?.message_id ?? 0, button(list, "1"));
    const card = (await hears(GROUP, 2))[1];
    server.pressButton(GROUP, card?.message_id ?? 0, button(card, say("ask-alone")));
    const prompt = (await hears(GROUP, 3))[2];
    expect([card?.message_thread_id, prompt?.message_thread_id]).toEqual([7, 7]);
    server.sendText("/ask elsewhere?", { chat: GROUP, threadId: 8 });
    await hears(GROUP, 4);
    server.sendText("/ask here?", { chat: GROUP, threadId: 7 });
    await hears(GROUP, 5);
    expect(library.asked.map(({ text, scope }) => [text, scope])).toEqual([
      ["elsewhere?", null],
      ["here?", LIGHTHOUSE.id],
    ]);
  });
});
