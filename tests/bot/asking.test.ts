import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { GROUP, OWNER, stage } from "./support/stage.ts";

const ANSWER = /The lamp was lit in 1931\.\[1\]/;
const TOPIC = 7;

describe("a question is answered", () => {
  const cases = [
    { name: "plain in private", text: "When was the lamp lit?", where: {}, asked: "When was the lamp lit?" },
    { name: "Chinese in private", text: "灯是什么时候点亮的？", where: {}, asked: "灯是什么时候点亮的？" },
    { name: "by command", text: "/ask When?", where: {}, asked: "When?" },
    { name: "by command over two lines", text: "/ask\nWhen?", where: {}, asked: "When?" },
    { name: "by command in a group", text: "/ask When?", where: { chat: GROUP }, asked: "When?" },
    { name: "by a named command in a group", text: "/ask@Footnote_Bot When?", where: { chat: GROUP }, asked: "When?" },
    { name: "by mention in a group", text: "@footnote_bot when?", where: { chat: GROUP }, asked: "when?" },
    { name: "by mention in mid-sentence", text: "so @footnote_bot when?", where: { chat: GROUP }, asked: "so when?" },
    {
      name: "by mention in a topic",
      text: "@footnote_bot when?",
      where: { chat: GROUP, threadId: TOPIC },
      asked: "when?",
    },
    { name: "with a command inside a sentence", text: "see /new about it", where: {}, asked: "see /new about it" },
  ];
  it.each(cases)("$name", async ({ text, where, asked }) => {
    const { server, library, hears } = await stage();
    const question = server.sendText(text, where);
    const [reply] = await hears(question.chat.id, 1);
    expect(library.asked.map((request) => request.text)).toEqual([asked]);
    expect(reply?.text).toMatch(ANSWER);
    expect(reply?.entities?.filter(({ type }) => type === "text_link")).toHaveLength(2);
    expect(reply?.reply_to_message?.message_id).toBe(where.chat === undefined ? undefined : question.message_id);
    expect(reply?.message_thread_id).toBe(where.threadId);
    expect(library.asked[0]?.chat).toBe(where.threadId === undefined ? String(question.chat.id) : `${GROUP}:${TOPIC}`);
  });

  it("by a mention of who has no username, and by a reply to the bot", async () => {
    const { server, library, hears } = await stage();
    const me = { id: 1_000_001, is_bot: true, first_name: "Footnote" };
    server.sendText("Footnote when?", {
      chat: GROUP,
      entities: [{ type: "text_mention", offset: 0, length: 8, user: me }],
    });
    const [first] = await hears(GROUP, 1);
    server.sendText("and why?", { chat: GROUP, replyTo: first?.message_id ?? 0 });
    await hears(GROUP, 2);
    expect(library.asked.map(({ text }) => text)).toEqual(["when?", "and why?"]);
  });

  it("shows that it is typing, and the checked claims as a growing draft", async () => {
    const { server, library, hears, until } = await stage();
    const { answer } = library;
    library.answer = async (request) => {
      const done = await answer(request);
      if (done.kind === "answered") request.onClaims?.(done.claims);
      await until(() => server.drafts(OWNER).length > 0);
      return done;
    };
    server.sendText("When?");
    const messages = await hears(OWNER, 1);
    expect(server.drafts(OWNER).at(-1)?.text).toContain("The lamp was lit in 1931.");
    expect(server.calls.some(({ method }) => method === "sendChatAction")).toBe(true);
    expect(messages).toHaveLength(1);
  });
});

describe("what is no question", () => {
  it.each([
    { name: "group talk", text: "when was it lit?" },
    { name: "another's command", text: "/ask@other_bot when?" },
    { name: "another's name", text: "@footnote_bottle when?" },
    { name: "an unknown command", text: "/roll 6" },
    { name: "a command in a sentence", text: "try /ask when?" },
  ])("$name in a group is left alone", async ({ text }) => {
    const { server, library, said, hears } = await stage();
    server.sendText(text, { chat: GROUP });
    server.sendText("/help", { chat: GROUP });
    await hears(GROUP, 1);
    expect(library.asked).toEqual([]);
    expect(said(GROUP)).toHaveLength(1);
  });

  it.each([
    { name: "/start", says: "these 12 articles, 2023-01-02 to 2025-03-04." },
    { name: "/help", says: sayIn("en")("help") },
    { name: "/unknown", says: sayIn("en")("unknown-command") },
    { name: "/new", says: sayIn("en")("new-conversation") },
  ])("$name", async ({ name, says }) => {
    const { server, library, hears } = await stage();
    server.sendText(name);
    expect((await hears(OWNER, 1))[0]?.text).toContain(says);
    expect(library.asked).toEqual([]);
    expect(library.reset).toEqual(name === "/new" ? [String(OWNER)] : []);
  });

  it.each([
    { text: "你好！", says: "small-talk-greeting" },
    { text: "Hi there", says: "small-talk-greeting" },
    { text: "谢谢您～", says: "small-talk-thanks" },
    { text: "ＯＫ", says: "small-talk-nod" },
    { text: "👍🏽", says: "small-talk-nod" },
    { text: "？", says: "small-talk-nod" },
  ])("small talk: $text", async ({ text, says }) => {
    const { server, library, hears } = await stage();
    server.sendText(text);
    const language = /\p{Script=Han}/u.test(text) ? "zh" : "en";
    expect((await hears(OWNER, 1))[0]?.text).toBe(sayIn(language)(says));
    expect(library.asked).toEqual([]);
  });

  it.each(["好吃吗", "Hello world, who said it?", "C++", "1"])("but a question: %s", async (text) => {
    const { server, library, hears } = await stage();
    server.sendText(text);
    await hears(OWNER, 1);
    expect(library.asked).toHaveLength(1);
  });

  it("in /help, marks where no model writes", async () => {
    const { server, library, hears } = await stage();
    server.sendText("/help");
    const [without] = await hears(OWNER, 1);
    expect(without?.text).not.toContain(sayIn("en")("help-marks"));
    library.chatModel = "some-model";
    server.sendText("/help");
    const [, explained] = await hears(OWNER, 2);
    expect(explained?.text).toContain(sayIn("en")("help-marks"));
  });

  it("a file", async () => {
    const { server, hears } = await stage();
    server.sendDocument({ name: "a.bin", mimeType: "application/octet-stream", bytes: new Uint8Array([1]) });
    expect((await hears(OWNER, 1))[0]?.text).toBe(sayIn("en")("unread-other"));
  });

  it("/ask alone, which asks for one; what is answered to it is", async () => {
    const { server, library, hears } = await stage();
    server.sendText("/ask", { chat: GROUP, languageCode: "zh-hans" });
    const [prompt] = await hears(GROUP, 1);
    expect(prompt?.text).toBe(sayIn("zh")("ask-for-question"));
    const call = server.calls.find(({ method }) => method === "sendMessage");
    expect(JSON.stringify(call?.params.reply_markup)).toContain("force_reply");
    server.sendText("When?", { chat: GROUP, replyTo: prompt?.message_id ?? 0 });
    await hears(GROUP, 2);
    expect(library.asked.map(({ text }) => text)).toEqual(["When?"]);
  });
});

describe("/summary", () => {
  it.each([
    { text: "/summary", about: "", says: /Main points/ },
    { text: "/summary lamp  lit", about: "lamp  lit", says: /Main points/ },
    { text: "/summary 灯塔", about: "灯塔", says: /要点/ },
    { text: "/summary nothing like it", about: "nothing like it", says: /No article matches/ },
    {
      text: `/summary nothing ${"x".repeat(3_000)}`,
      about: `nothing ${"x".repeat(3_000)}`,
      says: /^No article matches.{0,150}$/,
    },
  ])("$text", async ({ text, about, says }) => {
    const { server, library, hears } = await stage();
    server.sendText(text);
    expect((await hears(OWNER, 1))[0]?.text).toMatch(says);
    expect(library.summarized.map((request) => request.about)).toEqual([about]);
  });
});
