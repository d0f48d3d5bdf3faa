import { type Rule, refused, text } from "./rule.ts";

const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[fields]] } });
const key = (when: string, fields: object, answer: Rule["answer"]): Rule => ({
  source: "#inlinekeyboardbutton",
  when,
  method: "sendMessage",
  params: text(button(fields)),
  answer,
});
const unreadable = (why: string) => refused(`can't parse inline keyboard button: ${why}`);

/** What buttons may hold, and how many there may be. */
export const KEYBOARD_RULES: readonly Rule[] = [
  key("64 bytes of callback_data", { text: "a", callback_data: "x".repeat(64) }, "ok"),
  key("65 bytes", { text: "a", callback_data: "x".repeat(65) }, refused("BUTTON_DATA_INVALID")),
  key(
    "22 Chinese characters are 66 bytes",
    { text: "a", callback_data: "文".repeat(22) },
    refused("BUTTON_DATA_INVALID"),
  ),
  key("no action", { text: "a" }, unreadable("Text buttons are unallowed in the inline keyboard")),
  key(
    "empty callback_data",
    { text: "a", callback_data: "" },
    unreadable("Text buttons are unallowed in the inline keyboard"),
  ),
  key("an empty inline query is an action", { text: "a", switch_inline_query_current_chat: "" }, "ok"),
  key("no text", { callback_data: "x" }, unreadable('Can\'t find field "text"')),
  key("a link", { text: "a", url: "https://example.org" }, "ok"),
  key(
    "not a link",
    { text: "a", url: "not-a-url" },
    refused("inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL"),
  ),
  key(
    "another protocol",
    { text: "a", url: "ftp://example.org" },
    refused("inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol"),
  ),
  key("nothing to copy", { text: "a", copy_text: { text: "" } }, refused("BUTTON_COPY_TEXT_INVALID")),
  ...(
    [
      ["100 buttons", 100, "1", "ok"],
      ["101 buttons", 101, "1", refused("reply markup is too long")],
      ["over 10 KB of buttons", 100, "x".repeat(80), refused("reply markup is too long")],
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
    answer: refused('field "inline_keyboard" must be of type Array'),
  },
  {
    source: "#forcereply",
    when: "a flag that is no flag",
    method: "sendMessage",
    params: text({ reply_markup: { force_reply: "yes" } }),
    answer: refused('field "force_reply" must be of type Boolean'),
  },
  {
    source: "#forcereply",
    when: "asks for a reply",
    method: "sendMessage",
    params: text({ reply_markup: { force_reply: true } }),
    answer: "ok",
  },
];
