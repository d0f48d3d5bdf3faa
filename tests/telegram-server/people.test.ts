import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectEntities } from "../../tools/telegram-server/detect.ts";
import { call, poll, result, send, start } from "./support.ts";

describe("what people send", () => {
  it.each([
    ["/ask what is it", ["bot_command:/ask"]],
    ["/ask@footnote_bot 你好", ["bot_command:/ask@footnote_bot"]],
    ["see /reset there", ["bot_command:/reset"]],
    ["@footnote_bot 这是什么", ["mention:@footnote_bot"]],
    ["你好@footnote_bot", ["mention:@footnote_bot"]],
    ["/a @someone", ["bot_command:/a", "mention:@someone"]],
    ["1/2, a/b, https://example.org/path, me@example.org, @abc", []],
  ])("marks %j", (text, expected) => {
    const found = detectEntities(text).map(
      ({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`,
    );
    expect(found).toEqual(expected);
  });

  it("marks only what is in the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("/", "@", "a", "Z", "_", "1", " ", ".", "文", "😀") }), (text) => {
        for (const { offset, length } of detectEntities(text)) {
          expect(text.slice(offset, offset + length)).toMatch(/^[/@][A-Za-z0-9_@]+$/);
        }
      }),
    );
  });

  it("come as updates with all that a client adds", async () => {
    const server = await start({ nowMs: () => 5000 });
    server.sendText("first", { chat: -7, threadId: 3 });
    server.sendText("/ask", { from: 9, chat: -7, threadId: 3, replyTo: 1, languageCode: "zh-hans" });
    const [, update] = await poll(server);
    expect(update).toEqual({
      update_id: 2,
      message: {
        message_id: 2,
        date: 5,
        from: { id: 9, is_bot: false, first_name: "Person 9", language_code: "zh-hans" },
        chat: { id: -7, type: "supergroup", title: "Group 7" },
        text: "/ask",
        entities: [{ type: "bot_command", offset: 0, length: 4 }],
        message_thread_id: 3,
        is_topic_message: true,
        reply_to_message: expect.objectContaining({ message_id: 1, text: "first" }),
      },
    });
    const answer = await send(server, { chat_id: -7, message_thread_id: 3, text: "there" });
    expect(answer).toMatchObject({ message_thread_id: 3, is_topic_message: true });
  });

  it("reaches the bot in a group by privacy mode's rules (bots/features#privacy-mode)", async () => {
    const server = await start({ privacy: "on" });
    const chat = -7;
    server.sendText("just talk", { chat });
    server.sendText("/ask me", { chat });
    const { message_id } = await send(server, { chat_id: chat, text: "an answer" });
    server.sendText("a reply to a person", { chat, replyTo: 1 });
    server.sendText("a reply to the bot", { chat, replyTo: message_id });
    server.sendText("@footnote_bot hello", { chat });
    server.sendText("private", {});
    const texts = (await poll(server)).map(({ message }) => message?.text);
    expect(texts).toEqual(["/ask me", "a reply to the bot", "@footnote_bot hello", "private"]);
  });
});

/** Source: core.telegram.org/bots/api#message, #update */
describe("groups", () => {
  it("tell the bot who added it", async () => {
    const server = await start();
    server.addBot(-7, 9);
    const [update] = await poll(server);
    expect(update?.my_chat_member).toMatchObject({
      chat: { id: -7, type: "supergroup" },
      from: { id: 9 },
      old_chat_member: { status: "left" },
      new_chat_member: { status: "member", user: { is_bot: true } },
    });
    await send(server, { chat_id: -7, text: "hello" });
  });

  it("become supergroups under another id, and leave the old one behind", async () => {
    const server = await start();
    server.addBot(-7, 9, "group");
    server.upgradeGroup(-7, -1007);
    const messages = (await poll(server)).flatMap(({ message }) => message ?? []);
    expect(messages).toMatchObject([
      { chat: { id: -7, type: "group" }, migrate_to_chat_id: -1007 },
      { chat: { id: -1007, type: "supergroup" }, migrate_from_chat_id: -7 },
    ]);
    expect(await call(server, "sendMessage", { chat_id: -7, text: "hello" })).toMatchObject({ error_code: 403 });
  });

  it.each([
    ["anonymous-admin", { from: { id: 1_087_968_824, is_bot: true }, sender_chat: { id: -7 } }],
    ["channel", { from: { id: 136_817_688, is_bot: true }, sender_chat: { type: "channel" } }],
    ["linked-channel", { from: { id: 777_000 }, sender_chat: { type: "channel" }, is_automatic_forward: true }],
  ] as const)("hide who writes as %s", async (as, expected) => {
    const server = await start();
    server.sendText("hi", { from: 9, chat: -7, as });
    const [update] = await poll(server);
    expect(update?.message).toMatchObject(expected);
  });
});

describe("buttons", () => {
  it("can be pressed when they are there", async () => {
    const server = await start();
    server.sendText("hi");
    const markup = { inline_keyboard: [[{ text: "1", callback_data: "source:1" }]] };
    const { message_id } = await send(server, { chat_id: 42, text: "answer", reply_markup: markup });
    const id = server.pressButton(42, message_id, "source:1", 9);
    const [update] = await poll(server, { offset: -1 });
    expect(update?.callback_query).toMatchObject({ id, data: "source:1", from: { id: 9 }, message: { message_id } });
    expect(() => server.pressButton(42, message_id, "source:2")).toThrow(/has no button "source:2"/);
    expect(() => server.pressButton(42, 9, "source:1")).toThrow(/has no message 9.*It has: 1, 2/);
    expect(() => server.pressButton(7, 1, "source:1")).toThrow(/no chat 7/);
  });
});

/** Source: core.telegram.org/bots/api#sendmessagedraft */
describe("drafts", () => {
  const draft = { chat_id: 42, draft_id: 5, can_stop: true };

  it("are kept in all their states and end with the message", async () => {
    const server = await start();
    server.sendText("hi");
    for (const text of ["", "a", "a b"]) await result(server, "sendMessageDraft", { ...draft, text });
    expect(server.drafts(42).map(({ draftId, text }) => [draftId, text])).toEqual([
      [5, ""],
      [5, "a"],
      [5, "a b"],
    ]);
    expect(server.history(42)).toHaveLength(1);
    await send(server, { chat_id: 42, text: "a b c" });
    expect(() => server.pressStop(42)).toThrow(/no draft that can be stopped/);
  });

  it("can be stopped once, within 30 seconds, when they allow it", async () => {
    let now = 0;
    const server = await start({ nowMs: () => now });
    server.sendText("hi");
    await result(server, "sendMessageDraft", { ...draft, can_stop: false, text: "a" });
    expect(() => server.pressStop(42)).toThrow();
    await result(server, "sendMessageDraft", { ...draft, text: "a" });
    server.pressStop(42);
    expect(() => server.pressStop(42)).toThrow();
    const [update] = await poll(server, { offset: -1 });
    expect(update?.stopped_message_generation).toMatchObject({ draft_id: 5, chat: { id: 42 } });
    await result(server, "sendMessageDraft", { ...draft, text: "b" });
    now = 30_000;
    expect(() => server.pressStop(42)).toThrow();
  });
});

describe("waiting", () => {
  it("ends with the first thing that fits", async () => {
    const server = await start();
    server.sendText("hi");
    const waiting = server.waitFor(() => server.history(42).find(({ text }) => text === "answer"), 5000);
    await call(server, "sendMessage", { chat_id: 42, text: "answer" });
    expect(await waiting).toMatchObject({ message_id: 2 });
  });

  it("says what was called when nothing fits", async () => {
    const server = await start();
    await call(server, "getMe");
    await expect(server.waitFor(() => null, 5)).rejects.toThrow(/within 5 ms.*The last calls were: getMe/);
  });

  it("passes on what the look throws", async () => {
    const server = await start();
    const look = () => {
      throw new Error("broken look");
    };
    await expect(server.waitFor(look, 5000)).rejects.toThrow("broken look");
  });
});
