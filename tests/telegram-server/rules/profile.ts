import { GROUP, PRIVATE, type Rule, refused } from "./rule.ts";

const commands = (when: string, list: readonly object[], answer: Rule["answer"]): Rule => ({
  source: "#botcommand; tdlib/td, BotCommand.cpp",
  when,
  method: "setMyCommands",
  params: { commands: list },
  answer,
});
const one = (command: string, description: string) => [{ command, description }];

/** Commands and descriptions. */
export const PROFILE_RULES: readonly Rule[] = [
  commands("a good one", one("ask", "Ask a question"), "ok"),
  commands("32 characters", one("a".repeat(32), "x"), "ok"),
  commands("33 characters", one("a".repeat(33), "x"), refused("command length must not exceed 32")),
  commands("only a slash", one("/", "x"), refused("command must be non-empty")),
  commands("no command", [{ description: "x" }], refused("can't parse BotCommand: Can't find field \"command\"")),
  commands("capitals", one("Ask", "x"), refused("BOT_COMMAND_INVALID")),
  commands("Chinese", one("问", "x"), refused("BOT_COMMAND_INVALID")),
  commands("no description", one("ask", " "), refused("command description must be non-empty")),
  commands("256 emoji of it", one("ask", "😀".repeat(256)), "ok"),
  commands(
    "257 characters of it",
    one("ask", "x".repeat(257)),
    refused("command description length must not exceed 256"),
  ),
  commands(
    "101 of them",
    Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: "x" })),
    refused("BOT_COMMANDS_TOO_MUCH"),
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
    answer: refused("invalid language code specified"),
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
    answer: refused("DESCRIPTION_TOO_LONG"),
  },
  {
    source: "#setmyshortdescription",
    when: "120 characters",
    method: "setMyShortDescription",
    params: { short_description: "x".repeat(120) },
    answer: "ok",
  },
  {
    source: "#setmyshortdescription",
    when: "121 characters",
    method: "setMyShortDescription",
    params: { short_description: "x".repeat(121) },
    answer: refused("SHORT_DESCRIPTION_TOO_LONG"),
  },
];

const scoped = (when: string, scope: unknown, answer: Rule["answer"]): Rule => ({
  source: "#botcommandscope; tdlib/td, BotCommandScope.cpp",
  when,
  method: "setMyCommands",
  params: { commands: one("ask", "Ask a question"), scope },
  answer,
});
const unreadable = (why: string) => refused(`can't parse BotCommandScope: ${why}`);

/** Whom commands are for. */
export const SCOPE_RULES: readonly Rule[] = [
  scoped("all private chats", { type: "all_private_chats" }, "ok"),
  scoped("one chat", { type: "chat", chat_id: PRIVATE }, "ok"),
  scoped("a chat nobody began", { type: "chat", chat_id: 7 }, refused("chat not found")),
  scoped("the administrators of a group", { type: "chat_administrators", chat_id: GROUP }, "ok"),
  scoped(
    "the administrators of a private chat",
    { type: "chat_administrators", chat_id: PRIVATE },
    refused("can't use specified scope in private chats"),
  ),
  scoped("a member", { type: "chat_member", chat_id: GROUP, user_id: PRIVATE }, "ok"),
  scoped("a member without id", { type: "chat_member", chat_id: GROUP }, unreadable('Can\'t find field "user_id"')),
  scoped("no chat", { type: "chat" }, unreadable('Can\'t find field "chat_id"')),
  scoped("an unknown type", { type: "friends" }, unreadable("Unsupported type specified")),
  scoped("no type", {}, unreadable('Can\'t find field "type"')),
  scoped("no object", '"chat"', unreadable("BotCommandScope must be an Object")),
];

/** What the other methods of commands answer. */
export const COMMAND_LIST_RULES: readonly Rule[] = ["getMyCommands", "deleteMyCommands"].flatMap((method) => [
  { source: "#botcommandscope", when: "everyone's", method, params: {}, answer: "ok" as const },
  {
    source: "#botcommandscope",
    when: "of a chat nobody began",
    method,
    params: { scope: { type: "chat", chat_id: 7 } },
    answer: refused("chat not found"),
  },
  {
    source: "#botcommandscope",
    when: "in a language of more than two letters",
    method,
    params: { language_code: "zh-CN" },
    answer: refused("invalid language code specified"),
  },
]);
