import { Composer, type Context } from "grammy";
import type { ChatMember } from "grammy/types";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { cleanName, nameOf } from "../names.ts";
import { oncePer } from "../once-per.ts";
import { isGroupAllowed, ownerOf } from "../permissions.ts";
import { tell } from "../tell.ts";
import { askOwner } from "./access-requests.ts";

const HOUR_MS = 3_600_000;

/** The bot comes into a group: if the owner brought it, the group may use it; else the owner is asked. Leaving changes nothing. */
export function membership(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  // Otherwise somebody with many groups could flood the owner.
  const mayBring = oncePer(HOUR_MS, deps.clock);
  composer.on("my_chat_member", async (ctx) => {
    const { chat, from, old_chat_member, new_chat_member } = ctx.myChatMember;
    if ((chat.type !== "group" && chat.type !== "supergroup") || isIn(old_chat_member) || !isIn(new_chat_member))
      return;
    const title = cleanName(chat.title);
    if (from.id === ownerOf(deps)) return welcome(ctx, chat.id, title, deps);
    if (isGroupAllowed(chat.id, deps) || deps.state.permission(chat.id) === "denied" || !mayBring(from.id)) return;
    const facts = { name: nameOf(from), id: String(from.id), title, group: String(chat.id) };
    await askOwner(ctx, { id: chat.id, name: title }, (say) => say("group-request", facts), deps);
  });
  composer.on("message:migrate_to_chat_id", ({ chat, message }) =>
    deps.state.movePermission(chat.id, message.migrate_to_chat_id),
  );
  composer.on("message:migrate_from_chat_id", ({ chat, message }) =>
    deps.state.movePermission(message.migrate_from_chat_id, chat.id),
  );
  return composer;
}

async function welcome(ctx: Context, chatId: number, title: string, { state }: BotDeps): Promise<void> {
  state.allow(chatId, title);
  state.closeRequest(chatId, "allowed");
  await tell(ctx.api, chatId, { text: sayTo(ctx)("group-allowed") });
}

function isIn(member: ChatMember): boolean {
  return member.status === "restricted" ? member.is_member : member.status !== "left" && member.status !== "kicked";
}
