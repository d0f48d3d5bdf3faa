import { type Rule, refused, text } from "./rule.ts";

const reply = (when: string, reply_parameters: object, answer: Rule["answer"]): Rule => ({
  source: "#replyparameters",
  when,
  method: "sendMessage",
  params: text({ reply_parameters }),
  answer,
});
const styled = [{ type: "bold", offset: 0, length: 6 }];

/** What may be replied to, and quoted. */
export const REPLY_RULES: readonly Rule[] = [
  reply("to a message", { message_id: 1 }, "ok"),
  reply("to none", { message_id: 99 }, refused("message to be replied not found")),
  reply("to none, which is allowed", { message_id: 99, allow_sending_without_reply: true }, "ok"),
  reply("no message_id", { quote: "hello" }, refused('can\'t find field "message_id"')),
  reply("an exact quote", { message_id: 1, quote: "is bold" }, "ok"),
  reply("other letters", { message_id: 1, quote: "is Bold" }, refused("QUOTE_TEXT_INVALID")),
  reply("a quote with its style", { message_id: 2, quote: "answer", quote_entities: styled }, "ok"),
  reply("a quote that lost its style", { message_id: 2, quote: "answer" }, refused("QUOTE_TEXT_INVALID")),
];
