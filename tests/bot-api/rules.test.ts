import { describe, expect, it } from "vitest";
import type { BotApiServer } from "../../src/bot-api/server.ts";
import { call, send, start } from "./support.ts";

const PRIVATE = 42;
const GROUP = -100;

/** What a call has to answer: `ok`, or the code and description of the real server. */
interface Rule {
  /** Section of core.telegram.org/bots/api that states it, or how else it is known. */
  readonly source: string;
  readonly when: string;
  readonly method: string;
  readonly params: object;
  readonly answer: "ok" | readonly [code: number, description: string];
}

/** A private chat where message 1 is the person's and 2 the bot's, and a group where 1 and 2 are likewise. */
async function stage(): Promise<BotApiServer> {
  const server = await start();
  for (const chat of [PRIVATE, GROUP]) {
    server.sendText("What is bold?", { chat });
    await send(server, {
      chat_id: chat,
      text: "An answer",
      entities: [{ type: "bold", offset: 3, length: 6 }],
      ...KEYS,
    });
  }
  return server;
}

const KEYS = { reply_markup: { inline_keyboard: [[{ text: "1", callback_data: "source:1" }]] } };
const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[fields]] } });
const bold = (offset: number, length: number) => ({ entities: [{ type: "bold", offset, length }] });
const text = (params: object) => ({ chat_id: PRIVATE, text: "hello", ...params });

function check(rules: readonly Rule[]): void {
  it.each(rules)("$method: $when ($source)", async ({ method, params, answer }) => {
    const server = await stage();
    const before = JSON.stringify([server.history(PRIVATE), server.history(GROUP)]);
    const got = await call(server, method, params);
    if (answer === "ok") {
      expect(got).toMatchObject({ ok: true });
      expect(server.violations).toEqual([]);
      return;
    }
    const [error_code, description] = answer;
    expect(got).toEqual({ ok: false, error_code, description });
    expect(JSON.stringify([server.history(PRIVATE), server.history(GROUP)])).toBe(before);
    const isMistake = [400, 404].includes(error_code);
    expect(server.violations.map((violation) => violation.description)).toEqual(isMistake ? [description] : []);
  });
}

describe("texts", () => {
  const sendText = (when: string, params: object, answer: Rule["answer"], source = "#sendmessage"): Rule => ({
    source,
    when,
    method: "sendMessage",
    params: text(params),
    answer,
  });
  check([
    sendText("4,096 units", { text: "a".repeat(4096) }, "ok"),
    sendText("4,097 units", { text: "a".repeat(4097) }, [400, "Bad Request: message is too long"]),
    sendText("2,048 emoji are 4,096 units", { text: "😀".repeat(2048) }, "ok"),
    sendText("2,049 emoji", { text: "😀".repeat(2049) }, [400, "Bad Request: message is too long"]),
    sendText("4,096 Chinese characters", { text: "文".repeat(4096) }, "ok"),
    sendText("spaces around do not count", { text: ` ${"a".repeat(4096)}\n` }, "ok"),
    sendText(
      "32,769 bytes",
      { text: "a".repeat(32_769) },
      [400, "Bad Request: text is too long"],
      "the server's guard",
    ),
    sendText("no text", { text: "" }, [400, "Bad Request: message text is empty"]),
    sendText("only spaces", { text: "  \n " }, [400, "Bad Request: text must be non-empty"]),
    sendText("a parse mode of any kind", { parse_mode: "INVALID" }, [400, "Bad Request: unsupported parse_mode"]),
  ]);
});

describe("entities", () => {
  const entity = (when: string, params: object, answer: Rule["answer"]): Rule => ({
    source: "#messageentity",
    when,
    method: "sendMessage",
    params: text(params),
    answer,
  });
  const wrongUrl = "Bad Request: entity URL 'not-a-url' is invalid: Wrong HTTP URL";
  check([
    entity("up to the end", bold(0, 5), "ok"),
    entity("begins after the end", bold(100, 1), [
      400,
      "Bad Request: entity begins after the end of the text at UTF-16 offset 100",
    ]),
    entity("ends after the end", bold(0, 6), [
      400,
      "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 6",
    ]),
    entity("begins before the text", bold(-1, 1), [400, "Bad Request: receive an entity with incorrect offset -1"]),
    entity("a negative length", bold(0, -1), [400, "Bad Request: receive an entity with incorrect length -1"]),
    entity("around a surrogate pair", { text: "a😀b", ...bold(1, 2) }, "ok"),
    entity("begins inside a surrogate pair", { text: "a😀b", ...bold(2, 1) }, [
      400,
      "Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 5",
    ]),
    entity("ends inside a surrogate pair", { text: "a😀b", ...bold(0, 2) }, [
      400,
      "Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5",
    ]),
    entity("unknown type", { entities: [{ type: "loud", offset: 0, length: 1 }] }, [
      400,
      "Bad Request: can't parse MessageEntity: Unsupported type specified",
    ]),
    entity("a link", { entities: [{ type: "text_link", offset: 0, length: 5, url: "https://example.org/a" }] }, "ok"),
    entity("a link without url", { entities: [{ type: "text_link", offset: 0, length: 5 }] }, [
      400,
      "Bad Request: can't parse MessageEntity: Can't find field \"url\"",
    ]),
    entity("a link without host", { entities: [{ type: "text_link", offset: 0, length: 5, url: "not-a-url" }] }, [
      400,
      wrongUrl,
    ]),
    entity(
      "100 of them",
      { text: "a".repeat(200), entities: Array.from({ length: 100 }, (_, at) => bold(at * 2, 1).entities[0]) },
      "ok",
    ),
  ]);
});

describe("keyboards", () => {
  const key = (when: string, fields: object, answer: Rule["answer"]): Rule => ({
    source: "#inlinekeyboardbutton",
    when,
    method: "sendMessage",
    params: text(button(fields)),
    answer,
  });
  const unreadable = (why: string) => [400, `Bad Request: can't parse inline keyboard button: ${why}`] as const;
  check([
    key("64 bytes of callback_data", { text: "a", callback_data: "x".repeat(64) }, "ok"),
    key("65 bytes", { text: "a", callback_data: "x".repeat(65) }, [400, "Bad Request: BUTTON_DATA_INVALID"]),
    key("22 Chinese characters are 66 bytes", { text: "a", callback_data: "文".repeat(22) }, [
      400,
      "Bad Request: BUTTON_DATA_INVALID",
    ]),
    key("no action", { text: "a" }, unreadable("Text buttons are unallowed in the inline keyboard")),
    key(
      "empty callback_data",
      { text: "a", callback_data: "" },
      unreadable("Text buttons are unallowed in the inline keyboard"),
    ),
    key("an empty inline query is an action", { text: "a", switch_inline_query_current_chat: "" }, "ok"),
    key("no text", { callback_data: "x" }, unreadable('Can\'t find field "text"')),
    key("a link", { text: "a", url: "https://example.org" }, "ok"),
    key("not a link", { text: "a", url: "not-a-url" }, [
      400,
      "Bad Request: inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
    ]),
    key("another protocol", { text: "a", url: "ftp://example.org" }, [
      400,
      "Bad Request: inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
    ]),
    key("nothing to copy", { text: "a", copy_text: { text: "" } }, [400, "Bad Request: BUTTON_COPY_TEXT_INVALID"]),
    ...(
      [
        ["100 buttons", 100, "1", "ok"],
        ["101 buttons", 101, "1", [400, "Bad Request: reply markup is too long"]],
        ["over 10 KB of buttons", 100, "x".repeat(80), [400, "Bad Request: reply markup is too long"]],
      ] as const
    ).map(
      ([when, count, label, answer]): Rule => ({
        source: "tginfo/Telegram-Limits issues 228 and 187",
        when,
        method: "sendMessage",
        params: text({
          reply_markup: { inline_keyboard: Array.from({ length: count }, () => [{ text: label, callback_data: "x" }]) },
        }),
        answer,
      }),
    ),
    {
      source: "#inlinekeyboardmarkup",
      when: "rows that are no array",
      method: "sendMessage",
      params: text({ reply_markup: { inline_keyboard: "bad" } }),
      answer: [400, 'Bad Request: field "inline_keyboard" must be of type Array'],
    },
    {
      source: "#forcereply",
      when: "a flag that is no flag",
      method: "sendMessage",
      params: text({ reply_markup: { force_reply: "yes" } }),
      answer: [400, 'Bad Request: field "force_reply" must be of type Boolean'],
    },
    {
      source: "#forcereply",
      when: "asks for a reply",
      method: "sendMessage",
      params: text({ reply_markup: { force_reply: true } }),
      answer: "ok",
    },
  ]);
});

describe("replies", () => {
  const reply = (when: string, reply_parameters: object, answer: Rule["answer"]): Rule => ({
    source: "#replyparameters",
    when,
    method: "sendMessage",
    params: text({ reply_parameters }),
    answer,
  });
  const styled = [{ type: "bold", offset: 0, length: 6 }];
  check([
    reply("to a message", { message_id: 1 }, "ok"),
    reply("to none", { message_id: 99 }, [400, "Bad Request: message to be replied not found"]),
    reply("to none, which is allowed", { message_id: 99, allow_sending_without_reply: true }, "ok"),
    reply("no message_id", { quote: "hello" }, [400, 'Bad Request: can\'t find field "message_id"']),
    reply("an exact quote", { message_id: 1, quote: "is bold" }, "ok"),
    reply("other letters", { message_id: 1, quote: "is Bold" }, [400, "Bad Request: QUOTE_TEXT_INVALID"]),
    reply("a quote with its style", { message_id: 2, quote: "answer", quote_entities: styled }, "ok"),
    reply("a quote that lost its style", { message_id: 2, quote: "answer" }, [400, "Bad Request: QUOTE_TEXT_INVALID"]),
  ]);
});

describe("chats and topics", () => {
  check([
    {
      source: "#sendmessage",
      when: "no chat",
      method: "sendMessage",
      params: { text: "a" },
      answer: [400, "Bad Request: chat_id is empty"],
    },
    {
      source: "#sendmessage",
      when: "a chat nobody began",
      method: "sendMessage",
      params: { chat_id: 7, text: "a" },
      answer: [400, "Bad Request: chat not found"],
    },
    {
      source: "#getchat",
      when: "a chat nobody began",
      method: "getChat",
      params: { chat_id: 7 },
      answer: [400, "Bad Request: chat not found"],
    },
    { source: "#getchat", when: "a known chat", method: "getChat", params: { chat_id: GROUP }, answer: "ok" },
    {
      source: "#getchatmember",
      when: "a member",
      method: "getChatMember",
      params: { chat_id: GROUP, user_id: 42 },
      answer: "ok",
    },
    {
      source: "#getchatmember",
      when: "a stranger",
      method: "getChatMember",
      params: { chat_id: GROUP, user_id: 7 },
      answer: [400, "Bad Request: user not found"],
    },
    {
      source: "#sendmessage",
      when: "a topic that is not there",
      method: "sendMessage",
      params: text({ message_thread_id: 9 }),
      answer: [400, "Bad Request: message thread not found"],
    },
    {
      source: "#sendchataction",
      when: "typing",
      method: "sendChatAction",
      params: { chat_id: PRIVATE, action: "typing" },
      answer: "ok",
    },
    {
      source: "#sendchataction",
      when: "an unknown action",
      method: "sendChatAction",
      params: { chat_id: PRIVATE, action: "thinking" },
      answer: [400, "Bad Request: wrong parameter action in request"],
    },
    { source: "#leavechat", when: "a group", method: "leaveChat", params: { chat_id: GROUP }, answer: "ok" },
    {
      source: "#setmessagereaction",
      when: "an emoji",
      method: "setMessageReaction",
      params: { chat_id: PRIVATE, message_id: 1, reaction: [{ type: "emoji", emoji: "👍" }] },
      answer: "ok",
    },
    {
      source: "#setmessagereaction",
      when: "another emoji",
      method: "setMessageReaction",
      params: { chat_id: PRIVATE, message_id: 1, reaction: [{ type: "emoji", emoji: "x" }] },
      answer: [400, "Bad Request: REACTION_INVALID"],
    },
    {
      source: "#setmessagereaction",
      when: "no such message",
      method: "setMessageReaction",
      params: { chat_id: PRIVATE, message_id: 9 },
      answer: [400, "Bad Request: message to react not found"],
    },
  ]);
});

describe("edits and deletions", () => {
  const notModified =
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
  const edit = (when: string, params: object, answer: Rule["answer"]): Rule => ({
    source: "#editmessagetext",
    when,
    method: "editMessageText",
    params: { chat_id: PRIVATE, message_id: 2, text: "An answer", ...bold(3, 6), ...KEYS, ...params },
    answer,
  });
  check([
    edit("another text", { text: "Another answer" }, "ok"),
    edit("the same", {}, [400, notModified]),
    edit("the same without its buttons", { reply_markup: undefined }, "ok"),
    edit("the same without its entities", { entities: [] }, "ok"),
    edit("no such message", { message_id: 9 }, [400, "Bad Request: message to edit not found"]),
    edit("no message named", { message_id: undefined }, [400, "Bad Request: message identifier is not specified"]),
    edit("a message of the person", { message_id: 1 }, [400, "Bad Request: message can't be edited"]),
    edit("nothing left", { text: " ", entities: [] }, [400, "Bad Request: text must be non-empty"]),
    {
      source: "#editmessagereplymarkup",
      when: "no buttons",
      method: "editMessageReplyMarkup",
      params: { chat_id: PRIVATE, message_id: 2 },
      answer: "ok",
    },
    {
      source: "#editmessagereplymarkup",
      when: "the same",
      method: "editMessageReplyMarkup",
      params: { chat_id: PRIVATE, message_id: 2, ...KEYS },
      answer: [400, notModified],
    },
    {
      source: "#deletemessage",
      when: "its own",
      method: "deleteMessage",
      params: { chat_id: GROUP, message_id: 2 },
      answer: "ok",
    },
    {
      source: "#deletemessage",
      when: "a person's, private",
      method: "deleteMessage",
      params: { chat_id: PRIVATE, message_id: 1 },
      answer: "ok",
    },
    {
      source: "#deletemessage",
      when: "a person's, in a group",
      method: "deleteMessage",
      params: { chat_id: GROUP, message_id: 1 },
      answer: [400, "Bad Request: message can't be deleted"],
    },
    {
      source: "#deletemessage",
      when: "no such message",
      method: "deleteMessage",
      params: { chat_id: GROUP, message_id: 9 },
      answer: [400, "Bad Request: message to delete not found"],
    },
  ]);

  it("neither after 48 hours (#deletemessage)", async () => {
    let now = 1_700_000_000_000;
    const server = await start({ nowMs: () => now });
    server.sendText("hello");
    const { message_id } = await send(server, { chat_id: PRIVATE, text: "old" });
    now += 48 * 3600 * 1000 + 1000;
    const target = { chat_id: PRIVATE, message_id };
    expect(await call(server, "editMessageText", { ...target, text: "new" })).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
    expect(await call(server, "deleteMessage", target)).toMatchObject({
      description: "Bad Request: message can't be deleted for everyone",
    });
  });
});

describe("drafts", () => {
  const draft = (when: string, params: object, answer: Rule["answer"]): Rule => ({
    source: "#sendmessagedraft",
    when,
    method: "sendMessageDraft",
    params: { chat_id: PRIVATE, draft_id: 5, text: "so far", ...params },
    answer,
  });
  check([
    draft("in a private chat", {}, "ok"),
    draft("an empty one shows that the bot thinks", { text: "" }, "ok"),
    draft("in a group", { chat_id: GROUP }, [400, "Bad Request: TEXTDRAFT_PEER_INVALID"]),
    draft("draft_id 0", { draft_id: 0 }, [400, "Bad Request: RANDOM_ID_INVALID"]),
    draft("no draft_id", { draft_id: undefined }, [400, "Bad Request: RANDOM_ID_INVALID"]),
    draft("4,097 units", { text: "a".repeat(4097) }, [400, "Bad Request: message is too long"]),
  ]);
});

describe("the bot's profile", () => {
  const commands = (when: string, list: readonly object[], answer: Rule["answer"]): Rule => ({
    source: "#botcommand",
    when,
    method: "setMyCommands",
    params: { commands: list },
    answer,
  });
  const one = (command: string, description: string) => [{ command, description }];
  check([
    commands("a good one", one("ask", "Ask a question"), "ok"),
    commands("32 characters", one("a".repeat(32), "x"), "ok"),
    commands("33 characters", one("a".repeat(33), "x"), [400, "Bad Request: BOT_COMMAND_INVALID"]),
    commands("capitals", one("Ask", "x"), [400, "Bad Request: BOT_COMMAND_INVALID"]),
    commands("Chinese", one("问", "x"), [400, "Bad Request: BOT_COMMAND_INVALID"]),
    commands("no description", one("ask", " "), [400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"]),
    commands("257 characters of it", one("ask", "x".repeat(257)), [
      400,
      "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
    ]),
    commands(
      "101 of them",
      Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: "x" })),
      [400, "Bad Request: BOT_COMMANDS_TOO_MUCH"],
    ),
    {
      source: "#setmycommands",
      when: "a language of two letters",
      method: "setMyCommands",
      params: { commands: [], language_code: "zh" },
      answer: "ok",
    },
    {
      source: "#setmycommands",
      when: "a language of more",
      method: "setMyCommands",
      params: { commands: [], language_code: "zh-CN" },
      answer: [400, "Bad Request: invalid language code specified"],
    },
    {
      source: "#setmydescription",
      when: "512 characters",
      method: "setMyDescription",
      params: { description: "x".repeat(512) },
      answer: "ok",
    },
    {
      source: "#setmydescription",
      when: "513 characters",
      method: "setMyDescription",
      params: { description: "x".repeat(513) },
      answer: [400, "Bad Request: DESCRIPTION_TOO_LONG"],
    },
    {
      source: "#setmyshortdescription",
      when: "121 characters",
      method: "setMyShortDescription",
      params: { short_description: "x".repeat(121) },
      answer: [400, "Bad Request: SHORT_DESCRIPTION_TOO_LONG"],
    },
  ]);

  const scoped = (when: string, scope: unknown, answer: Rule["answer"]): Rule => ({
    source: "#botcommandscope",
    when,
    method: "setMyCommands",
    params: { commands: one("ask", "Ask a question"), scope },
    answer,
  });
  const unreadable = (why: string) => [400, `Bad Request: can't parse BotCommandScope: ${why}`] as const;
  check([
    scoped("all private chats", { type: "all_private_chats" }, "ok"),
    scoped("one chat", { type: "chat", chat_id: PRIVATE }, "ok"),
    scoped("a chat nobody began", { type: "chat", chat_id: 7 }, [400, "Bad Request: chat not found"]),
    scoped("the administrators of a group", { type: "chat_administrators", chat_id: GROUP }, "ok"),
    scoped("the administrators of a private chat", { type: "chat_administrators", chat_id: PRIVATE }, [
      400,
      "Bad Request: can't use specified scope in private chats",
    ]),
    scoped("a member", { type: "chat_member", chat_id: GROUP, user_id: PRIVATE }, "ok"),
    scoped("a member without id", { type: "chat_member", chat_id: GROUP }, unreadable('Can\'t find field "user_id"')),
    scoped("no chat", { type: "chat" }, unreadable('Can\'t find field "chat_id"')),
    scoped("an unknown type", { type: "friends" }, unreadable("Unsupported type specified")),
    scoped("no type", {}, unreadable('Can\'t find field "type"')),
    scoped("no object", '"chat"', unreadable("BotCommandScope must be an Object")),
  ]);

  it("keeps commands apart by language and scope (#setmycommands)", async () => {
    const server = await start();
    const zh = { language_code: "zh" };
    await call(server, "setMyCommands", { commands: one("ask", "Ask") });
    await call(server, "setMyCommands", { commands: one("ask", "提问"), ...zh });
    expect(await call(server, "getMyCommands", zh)).toMatchObject({ result: one("ask", "提问") });
    await call(server, "deleteMyCommands", zh);
    expect(await call(server, "getMyCommands", zh)).toMatchObject({ result: [] });
    expect(await call(server, "getMyCommands")).toMatchObject({ result: one("ask", "Ask") });
    expect(await call(server, "getMyCommands", { scope: { type: "all_group_chats" } })).toMatchObject({ result: [] });
  });
});

describe("queries", () => {
  const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

  it("takes one answer to a button, of at most 200 characters (#answercallbackquery)", async () => {
    const server = await stage();
    const callback_query_id = server.pressButton(PRIVATE, 2, "source:1");
    expect(await call(server, "answerCallbackQuery", { callback_query_id, text: "x".repeat(201) })).toMatchObject({
      error_code: 400,
      description: "Bad Request: MESSAGE_TOO_LONG",
    });
    expect(await call(server, "answerCallbackQuery", { callback_query_id, text: "x".repeat(200) })).toMatchObject({
      ok: true,
    });
    expect(server.callbackAnswer(callback_query_id)?.text).toHaveLength(200);
    expect(await call(server, "answerCallbackQuery", { callback_query_id })).toMatchObject({ description: tooOld });
    expect(await call(server, "answerCallbackQuery", { callback_query_id: "0" })).toMatchObject({
      description: tooOld,
    });
  });

  it.each([
    ["a press", 15_000],
    ["an inline query", 10_000],
  ])("takes no answer to %s that waited over %d ms (not published)", async (what, waitMs) => {
    let now = 0;
    const server = await start({ nowMs: () => now });
    server.sendText("hi");
    const { message_id } = await send(server, text(KEYS));
    const ask = () =>
      what === "a press" ? server.pressButton(PRIVATE, message_id, "source:1") : server.askInline("x");
    const method = what === "a press" ? "answerCallbackQuery" : "answerInlineQuery";
    const answer = (id: string) => call(server, method, { callback_query_id: id, inline_query_id: id, results: [] });
    const [inTime, late] = [ask(), ask()];
    now = waitMs;
    expect(await answer(inTime)).toMatchObject({ ok: true });
    now += 1;
    expect(await answer(late)).toMatchObject({ error_code: 400, description: tooOld });
  });
});

describe("answers to inline queries", () => {
  const content = { message_text: "m" };
  const article = (over: object = {}) => ({
    type: "article",
    id: "1",
    title: "t",
    input_message_content: content,
    ...over,
  });
  const many = (count: number) => Array.from({ length: count }, (_, n) => article({ id: `${n}` }));
  const sends = (input_message_content: object) => ({ results: [article({ input_message_content })] });
  const result = (why: string) => `can't parse inline query result: ${why}`;
  const aboveResults = (why: string) => `can't parse inline query results button: ${why}`;

  it.each<[string, object, string | undefined]>([
    ["50 results", { results: many(50) }, undefined],
    ["51 results", { results: many(51) }, "too many inline query results specified"],
    ["an id twice", { results: [article(), article()] }, "RESULT_ID_DUPLICATE"],
    ["an empty id", { results: [article({ id: "" })] }, "RESULT_ID_EMPTY"],
    ["an id of 65 bytes", { results: [article({ id: "x".repeat(65) })] }, "RESULT_ID_INVALID"],
    ["no id", { results: [article({ id: undefined })] }, result('Can\'t find field "id"')],
    ["no type", { results: [article({ type: undefined })] }, result('Can\'t find field "type"')],
    ["no title", { results: [article({ title: undefined })] }, result('Can\'t find field "title"')],
    ["an empty title", { results: [article({ title: "" })] }, "ARTICLE_TITLE_EMPTY"],
    ["no object", { results: ["a"] }, result("Inline query result must be an object")],
    ["an offset of 64 bytes", { results: [], next_offset: "x".repeat(64) }, undefined],
    ["an offset of 65 bytes", { results: [], next_offset: "x".repeat(65) }, "NEXT_OFFSET_INVALID"],
    ["4,096 units to send", sends({ message_text: "a".repeat(4096) }), undefined],
    ["4,097 units to send", sends({ message_text: "a".repeat(4097) }), "MESSAGE_TOO_LONG"],
    ["nothing to send", sends({ message_text: "" }), result("Message text is empty")],
    [
      "an entity outside what is sent",
      sends({ message_text: "m", ...bold(0, 2) }),
      "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
    ],
    [
      "a button of 65 bytes",
      { results: [article({ reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "x".repeat(65) }]] } })] },
      "BUTTON_DATA_INVALID",
    ],
    ["a button above", { results: [], button: { text: "Open", start_parameter: "a-Z_0" } }, undefined],
    ["a button without text", { button: { start_parameter: "a" } }, aboveResults('Can\'t find field "text"')],
    ["an empty text on it", { button: { text: "", start_parameter: "a" } }, "SWITCH_PM_TEXT_EMPTY"],
    [
      "a button that does nothing",
      { button: { text: "a" } },
      aboveResults("InlineQueryResultsButton must have exactly one optional field"),
    ],
    ["a start parameter of 64", { button: { text: "a", start_parameter: "x".repeat(64) } }, undefined],
    ["one of 65", { button: { text: "a", start_parameter: "x".repeat(65) } }, "START_PARAM_TOO_LONG"],
    ["one with a blank", { button: { text: "a", start_parameter: "a b" } }, "START_PARAM_INVALID"],
    ["an empty one", { button: { text: "a", start_parameter: "" } }, "START_PARAM_EMPTY"],
  ])("with %s (#answerinlinequery, #inlinequeryresult)", async (_, params, why) => {
    const server = await start();
    const inline_query_id = server.askInline("words");
    const answer = await call(server, "answerInlineQuery", { inline_query_id, results: [], ...params });
    expect(answer.description).toBe(why === undefined ? undefined : `Bad Request: ${why}`);
    expect(server.inlineAnswer(inline_query_id) === null).toBe(why !== undefined);
  });

  it("are kept with how long, for whom and with which button (#answerinlinequery)", async () => {
    const server = await start();
    const [first, second] = [server.askInline("a"), server.askInline("b")];
    await call(server, "answerInlineQuery", { inline_query_id: first, results: [] });
    expect(server.inlineAnswer(first)).toMatchObject({ cacheTimeS: 300, isPersonal: false, button: null });
    const button = { text: "Open", start_parameter: "a" };
    const params = { inline_query_id: second, results: [], cache_time: 5, is_personal: true, button };
    await call(server, "answerInlineQuery", params);
    expect(server.inlineAnswer(second)).toMatchObject({ cacheTimeS: 5, isPersonal: true, button });
  });

  it("send what was picked, in the person's name and through the bot (#message, `via_bot`)", async () => {
    const server = await start({ privacy: "on" });
    const query = server.askInline("words");
    await call(server, "answerInlineQuery", {
      inline_query_id: query,
      ...sends({ message_text: " an answer ", ...bold(1, 2) }),
    });
    expect(() => server.chooseInline(query, "2")).toThrow(/has no article "2"/);
    const sent = server.chooseInline(query, "1", { chat: GROUP });
    expect(sent).toMatchObject({ text: "an answer", from: { id: PRIVATE }, via_bot: { username: "footnote_bot" } });
    expect(sent.entities).toEqual([{ type: "bold", offset: 0, length: 2 }]);
    expect(await call(server, "getUpdates", { offset: -1 })).toMatchObject({ result: [{ message: { via_bot: {} } }] });
  });
});

describe("what the real server mends without a word", () => {
  it.each([
    [
      "101 entities",
      Array.from({ length: 101 }, (_, at) => bold(at, 1).entities[0]),
      100,
      "1 entities after the first 100 are dropped",
    ],
    [
      "entities that cross",
      [...bold(0, 5).entities, { type: "code", offset: 3, length: 5 }],
      1,
      "1 entities cross others and are dropped",
    ],
  ])("%s (#formatting-options)", async (_, entities, kept, description) => {
    const server = await stage();
    const message = await send(server, text({ text: "a".repeat(200), entities }));
    expect(message.entities).toHaveLength(kept);
    expect(server.violations).toMatchObject([{ kind: "mended", method: "sendMessage", description }]);
  });

  it("trims the text and moves its entities along (#sendmessage)", async () => {
    const server = await stage();
    const message = await send(
      server,
      text({ text: "  ab cd \n", entities: [{ type: "bold", offset: 5, length: 4 }] }),
    );
    expect(message).toMatchObject({ text: "ab cd", entities: [{ type: "bold", offset: 3, length: 2 }] });
  });
});
