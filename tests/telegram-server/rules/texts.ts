import { type Rule, refused, text } from "./rule.ts";

const sendText = (when: string, params: object, answer: Rule["answer"], source = "#sendmessage"): Rule => ({
  source,
  when,
  method: "sendMessage",
  params: text(params),
  answer,
});

/** Lengths of texts. */
export const TEXT_RULES: readonly Rule[] = [
  sendText("4,096 units", { text: "a".repeat(4096) }, "ok"),
  sendText("4,097 units", { text: "a".repeat(4097) }, refused("message is too long")),
  sendText("2,048 emoji are 4,096 units", { text: "😀".repeat(2048) }, "ok"),
  sendText("2,049 emoji", { text: "😀".repeat(2049) }, refused("message is too long")),
  sendText("4,096 Chinese characters", { text: "文".repeat(4096) }, "ok"),
  sendText("spaces around do not count", { text: ` ${"a".repeat(4096)}\n` }, "ok"),
  sendText("32,769 bytes", { text: "a".repeat(32_769) }, refused("text is too long"), "measured on the real server"),
  sendText("no text", { text: "" }, refused("message text is empty")),
  sendText("only spaces", { text: "  \n " }, refused("text must be non-empty")),
  sendText(
    "a parse mode of any kind",
    { parse_mode: "HTML" },
    refused("unsupported parse_mode"),
    "ours: the bot has no use for markup",
  ),
];
