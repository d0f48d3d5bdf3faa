import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { GROUP, OWNER, stage } from "./support/stage.ts";

const file = { file_id: "f1", file_unique_id: "u1" };
const photo = { name: "p.jpg", mimeType: "image/jpeg", bytes: new Uint8Array([1]) };
const poll = { id: "1", question: "When?", options: [] } as unknown as NonNullable<Message["poll"]>;

const KINDS: readonly { readonly name: string; readonly content: Partial<Message>; readonly key: string }[] = [
  { name: "a picture", content: { photo: [{ ...file, width: 9, height: 9 }] }, key: "unread-picture" },
  { name: "a voice note", content: { voice: { ...file, duration: 3 } }, key: "unread-voice" },
  { name: "a video", content: { video: { ...file, width: 9, height: 9, duration: 3 } }, key: "unread-video" },
  { name: "a video note", content: { video_note: { ...file, length: 9, duration: 3 } }, key: "unread-video" },
  {
    name: "a sticker",
    content: { sticker: { ...file, type: "regular", width: 9, height: 9, is_animated: false, is_video: false } },
    key: "unread-sticker",
  },
  { name: "a die", content: { dice: { emoji: "🎲", value: 6 } }, key: "unread-sticker" },
  { name: "a location", content: { location: { latitude: 1, longitude: 2 } }, key: "unread-other" },
  { name: "a contact", content: { contact: { phone_number: "1", first_name: "Ann" } }, key: "unread-other" },
  { name: "a poll", content: { poll }, key: "unread-other" },
];

describe("what holds no text", () => {
  it.each(KINDS)(
    "$name gets one kind reply, in the person's language; in groups none unless it is to the bot",
    async ({ content, key }) => {
      const { server, library, hears, said } = await stage();
      server.sendOther(content);
      expect((await hears(OWNER, 1))[0]?.text).toBe(sayIn("en")(key));
      server.sendOther(content, { languageCode: "zh-hans" });
      expect((await hears(OWNER, 2))[1]?.text).toBe(sayIn("zh")(key));
      server.sendOther(content, { chat: GROUP });
      server.sendText("/help", { chat: GROUP });
      const [help] = await hears(GROUP, 1);
      server.sendOther(content, { chat: GROUP, replyTo: help?.message_id ?? 0 });
      expect((await hears(GROUP, 2))[1]?.text).toBe(sayIn("en")(key));
      expect(said(OWNER)).toHaveLength(2);
      expect(library.asked).toEqual([]);
    },
  );

  it.each([
    { caption: "灯是什么时候点亮的？", where: {}, asked: "灯是什么时候点亮的？", language: "zh" },
    { caption: "When?", where: {}, asked: "When?", language: "en" },
    { caption: "/ask When?", where: {}, asked: "When?", language: "en" },
    { caption: "@footnote_bot when?", where: { chat: GROUP }, asked: "when?", language: "en" },
    { caption: "/ask@footnote_bot when?", where: { chat: GROUP }, asked: "when?", language: "en" },
  ] as const)("the words under a picture are asked: $caption", async ({ caption, where, asked, language }) => {
    const { server, library, hears } = await stage();
    const { chat } = server.sendPhoto(photo, { ...where, caption });
    const [answer] = await hears(chat.id, 1);
    expect(library.asked.map(({ text }) => text)).toEqual([asked]);
    expect(answer?.text).toContain("1931");
    expect(answer?.text).toContain(sayIn(language)("attachment-unread"));
  });

  it("an album gets one reply, or one answer", async () => {
    const { server, library, hears, said } = await stage();
    for (let i = 0; i < 4; i++) server.sendPhoto(photo, { mediaGroupId: "one" });
    server.sendPhoto(photo, { mediaGroupId: "two", caption: "When?" });
    for (let i = 0; i < 3; i++) server.sendPhoto(photo, { mediaGroupId: "two" });
    server.sendText("/help");
    await hears(OWNER, 3);
    expect(said(OWNER).map(({ text }) => text === sayIn("en")("unread-picture"))).toEqual([true, false, false]);
    expect(library.asked).toHaveLength(1);
  });
});

describe("what nobody asked", () => {
  const bot = (id: number) => ({ id, is_bot: true, first_name: "Bot" });
  const cases: readonly { readonly name: string; readonly content: Partial<Message>; readonly chat?: number }[] = [
    { name: "a message made with this bot", content: { text: "When?", via_bot: bot(1_000_001) } },
    { name: "one who joined", content: { new_chat_members: [bot(5)] }, chat: GROUP },
    {
      name: "a pinned message",
      content: { pinned_message: { chat: { id: OWNER, type: "private", first_name: "A" }, message_id: 1, date: 0 } },
    },
    { name: "a new title", content: { new_chat_title: "New" }, chat: GROUP },
  ];
  it.each(cases)("$name is left alone", async ({ content, chat = OWNER }) => {
    const { server, library, hears, said } = await stage();
    server.sendOther(content, { chat });
    server.sendText("/help", { chat });
    await hears(chat, 1);
    expect(said(chat)).toHaveLength(1);
    expect(library.asked).toEqual([]);
  });

  it("an anonymous admin is answered, and can stop; a channel's own post is not", async () => {
    const { server, library, hears } = await stage();
    server.sendText("@footnote_bot when?", { chat: GROUP, as: "linked-channel" });
    server.sendText("@footnote_bot why?", { chat: GROUP, as: "anonymous-admin" });
    expect((await hears(GROUP, 1))[0]?.text).toContain("1931");
    expect(library.asked.map(({ text }) => text)).toEqual(["why?"]);
    server.sendText("/stop", { chat: GROUP, as: "anonymous-admin" });
    expect((await hears(GROUP, 2))[1]?.text).toBe(sayIn("en")("nothing-to-stop"));
  });
});

describe("a call under another message", () => {
  it.each([
    { name: "/ask", call: "/ask" },
    { name: "a mention", call: "@footnote_bot" },
  ])("$name alone asks what that message says", async ({ call }) => {
    const { server, library, hears } = await stage();
    const { message_id } = server.sendText("When was it lit?", { chat: GROUP, from: 90 });
    const asked = server.sendText(call, { chat: GROUP, replyTo: message_id });
    const [answer] = await hears(GROUP, 1);
    expect(library.asked.map(({ text }) => text)).toEqual(["When was it lit?"]);
    expect(answer?.reply_to_message?.message_id).toBe(asked.message_id);
  });

  it("asks the words that were quoted, and the words of a caption", async () => {
    const { server, library, hears } = await stage();
    const { message_id } = server.sendText("The lamp is old. When was it lit?", { chat: GROUP });
    const content = { text: "/ask", entities: [{ type: "bot_command" as const, offset: 0, length: 4 }] };
    server.sendOther(
      { ...content, quote: { text: "When was it lit?", position: 17, is_manual: true } },
      { chat: GROUP, replyTo: message_id },
    );
    await hears(GROUP, 1);
    const picture = server.sendPhoto(photo, { chat: GROUP, caption: "What is this tower?" });
    server.sendText("/ask", { chat: GROUP, replyTo: picture.message_id });
    await hears(GROUP, 2);
    expect(library.asked.map(({ text }) => text)).toEqual(["When was it lit?", "What is this tower?"]);
  });

  it("asks for the question where that message holds no words, or is the bot's", async () => {
    const { server, library, hears } = await stage();
    const { message_id } = server.sendPhoto(photo, { chat: GROUP });
    server.sendText("/ask", { chat: GROUP, replyTo: message_id });
    const [prompt] = await hears(GROUP, 1);
    server.sendText("/ask", { chat: GROUP, replyTo: prompt?.message_id ?? 0 });
    const replies = await hears(GROUP, 2);
    expect(replies.map(({ text }) => text)).toEqual([sayIn("en")("ask-for-question"), sayIn("en")("ask-for-question")]);
    expect(library.asked).toEqual([]);
  });

  it("is a follow-up where it replies to the bot's answer, in the same conversation", async () => {
    const { server, library, hears } = await stage();
    server.sendText("/ask When?", { chat: GROUP, threadId: 7 });
    const [answer] = await hears(GROUP, 1);
    server.sendText("and why?", { chat: GROUP, threadId: 7, replyTo: answer?.message_id ?? 0 });
    await hears(GROUP, 2);
    expect(library.asked.map(({ chat, text }) => [chat, text])).toEqual([
      [`${GROUP}:7`, "When?"],
      [`${GROUP}:7`, "and why?"],
    ]);
  });
});
