import type { Chats } from "./chats.ts";
import { badRequest } from "./failure.ts";
import { jsonParam } from "./fields.ts";
import { isRecord } from "./json.ts";
import type { Params } from "./params.ts";

const FOR_MANY: readonly string[] = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];
const FOR_ONE_CHAT: readonly string[] = ["chat", "chat_administrators", "chat_member"];

/** Whom a list of commands is for, as one key (#botcommandscope). @throws ApiFailure 400 */
export function readScope(params: Params, chats: Chats): string {
  const scope = jsonParam(params, "scope");
  if (scope === undefined) return "default";
  if (!isRecord(scope)) throw unreadable("BotCommandScope must be an Object");
  const { type } = scope;
  if (typeof type !== "string") throw unreadable('Can\'t find field "type"');
  if (FOR_MANY.includes(type)) return type;
  if (!FOR_ONE_CHAT.includes(type)) throw unreadable("Unsupported type specified");
  return `${type} ${chatOf(scope, type, chats)} ${type === "chat_member" ? memberOf(scope) : ""}`.trimEnd();
}

/** A chat that nobody began is refused like anywhere else: a bot that names its owner before they wrote meets this. */
function chatOf({ chat_id }: Readonly<Record<string, unknown>>, type: string, chats: Chats): number {
  if (chat_id === undefined) throw unreadable('Can\'t find field "chat_id"');
  const chat = chats.get(Number(chat_id));
  if (chat === undefined) throw badRequest("chat not found");
  if (chat.chat.type === "private" && type !== "chat") {
    throw badRequest("can't use specified scope in private chats");
  }
  return chat.chat.id;
}

function memberOf({ user_id }: Readonly<Record<string, unknown>>): number {
  if (user_id === undefined) throw unreadable('Can\'t find field "user_id"');
  if (!(Number(user_id) > 0)) throw unreadable("Invalid user_id specified");
  return Number(user_id);
}

const unreadable = (why: string) => badRequest(`can't parse BotCommandScope: ${why}`);
