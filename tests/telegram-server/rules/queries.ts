import { bold, type Rule, refused } from "./rule.ts";

const TOO_OLD = "query is too old and response timeout expired or query ID is invalid";

const press = (when: string, params: object, answer: Rule["answer"], source = "#answercallbackquery"): Rule => ({
  source,
  when,
  method: "answerCallbackQuery",
  params: { callback_query_id: "callback-1", ...params },
  answer,
});

/** Answers to the press of a button. */
export const PRESS_RULES: readonly Rule[] = [
  press("nothing to show", {}, "ok"),
  press("200 characters", { text: "x".repeat(200), show_alert: true }, "ok"),
  press(
    "201 characters",
    { text: "x".repeat(201) },
    refused("MESSAGE_TOO_LONG"),
    "#answercallbackquery; eternnoir/pyTelegramBotAPI issue 500",
  ),
  press("a press that never was", { callback_query_id: "0" }, refused(TOO_OLD)),
];

const content = { message_text: "m" };
const article = (over: object = {}) => ({
  type: "article",
  id: "1",
  title: "t",
  input_message_content: content,
  ...over,
});
const articles = (count: number) => Array.from({ length: count }, (_, n) => article({ id: `${n}` }));
export const sends = (input_message_content: object) => ({ results: [article({ input_message_content })] });

const CLIENT = "#answerinlinequery; tdlib/telegram-bot-api, Client.cpp";
const SERVER = "#answerinlinequery; core.telegram.org/method/messages.setInlineBotResults";

const inline = (when: string, params: object, answer: Rule["answer"], source = CLIENT): Rule => ({
  source,
  when,
  method: "answerInlineQuery",
  params: { inline_query_id: "inline-1", results: [], ...params },
  answer,
});
const wrong = (why: string) => refused(`can't parse inline query result: ${why}`);

/** Results to pick from. */
export const INLINE_RULES: readonly Rule[] = [
  inline("no results", {}, "ok"),
  inline("50 results", { results: articles(50) }, "ok"),
  inline("51 results", { results: articles(51) }, refused("too many inline query results specified")),
  inline("an id twice", { results: [article(), article()] }, refused("RESULT_ID_DUPLICATE"), SERVER),
  inline("an empty id", { results: [article({ id: "" })] }, refused("RESULT_ID_EMPTY"), SERVER),
  inline("an id of 64 bytes", { results: [article({ id: "x".repeat(64) })] }, "ok", "#inlinequeryresultarticle"),
  inline("an id of 65 bytes", { results: [article({ id: "x".repeat(65) })] }, refused("RESULT_ID_INVALID"), SERVER),
  inline("no id", { results: [article({ id: undefined })] }, wrong('Can\'t find field "id"')),
  inline("no type", { results: [article({ type: undefined })] }, wrong('Can\'t find field "type"')),
  inline("no title", { results: [article({ title: undefined })] }, wrong('Can\'t find field "title"')),
  inline("an empty title", { results: [article({ title: "" })] }, refused("ARTICLE_TITLE_EMPTY"), SERVER),
  inline("no object", { results: ["a"] }, wrong("Inline query result must be an object")),
  inline("an offset of 64 bytes", { next_offset: "x".repeat(64) }, "ok"),
  inline("an offset of 65 bytes", { next_offset: "x".repeat(65) }, refused("NEXT_OFFSET_INVALID"), SERVER),
  inline("a query that never was", { inline_query_id: "0" }, refused(TOO_OLD)),
];

/** What a picked result sends. */
export const INLINE_MESSAGE_RULES: readonly Rule[] = [
  inline("4,096 units to send", sends({ message_text: "a".repeat(4096) }), "ok", "#inputtextmessagecontent"),
  inline("4,097 units to send", sends({ message_text: "a".repeat(4097) }), refused("MESSAGE_TOO_LONG"), SERVER),
  inline("nothing to send", sends({ message_text: "" }), wrong("Message text is empty")),
  inline("no text to send", sends({}), wrong("Input message content is not specified")),
  inline(
    "an entity outside what is sent",
    sends({ message_text: "m", ...bold(0, 2) }),
    refused("entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2"),
    "#messageentity",
  ),
  inline(
    "a button of 65 bytes",
    { results: [article({ reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "x".repeat(65) }]] } })] },
    refused("BUTTON_DATA_INVALID"),
    "#inlinekeyboardbutton",
  ),
];

const above = (when: string, button: unknown, answer: Rule["answer"], source = CLIENT) =>
  inline(when, { button }, answer, source);
const wrongButton = (why: string) => refused(`can't parse inline query results button: ${why}`);

/** The button above the results. */
export const INLINE_BUTTON_RULES: readonly Rule[] = [
  above("a button above", { text: "Open", start_parameter: "a-Z_0" }, "ok", "#inlinequeryresultsbutton"),
  above("a button that is a list", [], wrongButton("InlineQueryResultsButton must be an Object")),
  above("a button without text", { start_parameter: "a" }, wrongButton('Can\'t find field "text"')),
  above("an empty text on it", { text: "", start_parameter: "a" }, refused("SWITCH_PM_TEXT_EMPTY"), SERVER),
  above(
    "a button that does nothing",
    { text: "a" },
    wrongButton("InlineQueryResultsButton must have exactly one optional field"),
  ),
  above("a start parameter of 64", { text: "a", start_parameter: "x".repeat(64) }, "ok", "#inlinequeryresultsbutton"),
  above("one of 65", { text: "a", start_parameter: "x".repeat(65) }, refused("START_PARAM_TOO_LONG"), SERVER),
  above("one with a blank", { text: "a", start_parameter: "a b" }, refused("START_PARAM_INVALID"), SERVER),
  above("an empty one", { text: "a", start_parameter: "" }, refused("START_PARAM_EMPTY"), SERVER),
];
