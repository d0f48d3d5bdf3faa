import { bold, GROUP, KEYS, PRIVATE, type Rule, refused } from "./rule.ts";

const notModified =
  "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
const edit = (when: string, params: object, answer: Rule["answer"]): Rule => ({
  source: "#editmessagetext",
  when,
  method: "editMessageText",
  params: { chat_id: PRIVATE, message_id: 2, text: "An answer", ...bold(3, 6), ...KEYS, ...params },
  answer,
});

/** What may be changed and deleted. */
export const EDIT_RULES: readonly Rule[] = [
  edit("another text", { text: "Another answer" }, "ok"),
  edit("the same", {}, [400, notModified]),
  edit("the same without its buttons", { reply_markup: undefined }, "ok"),
  edit("the same without its entities", { entities: [] }, "ok"),
  edit("no such message", { message_id: 9 }, refused("message to edit not found")),
  edit("no message named", { message_id: undefined }, refused("message identifier is not specified")),
  edit("a message of the person", { message_id: 1 }, refused("message can't be edited")),
  edit("nothing left", { text: " ", entities: [] }, refused("text must be non-empty")),
  {
    source: "#editmessagereplymarkup",
    when: "no buttons",
    method: "editMessageReplyMarkup",
    params: { chat_id: PRIVATE, message_id: 2 },
    answer: "ok",
  },
  {
    source: "#editmessagereplymarkup",
    when: "a message of the person",
    method: "editMessageReplyMarkup",
    params: { chat_id: PRIVATE, message_id: 1, ...KEYS },
    answer: refused("message can't be edited"),
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
    answer: refused("message can't be deleted"),
  },
  {
    source: "#deletemessage",
    when: "no such message",
    method: "deleteMessage",
    params: { chat_id: GROUP, message_id: 9 },
    answer: refused("message to delete not found"),
  },
];
