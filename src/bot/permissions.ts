import type { Context } from "grammy";
import type { Chat } from "grammy/types";
import type { BotDeps } from "./deps.ts";

/** `strange-group`: the group is not allowed, whoever asks there. */
export type Standing = "allowed" | "denied" | "stranger" | "strange-group";

type Knowing = Pick<BotDeps, "access" | "state">;

/** OWNER_ID, else who was paired; null while nobody is. Read each time, since both may change while the bot runs. */
export function ownerOf({ access, state }: Knowing): number | null {
  return access.ownerId ?? state.owner();
}

/** What the owner denied stays denied, whatever else would allow it; a chat is missing in inline queries. */
export function standingOf(userId: number, chat: Chat | undefined, deps: Knowing): Standing {
  const isOwner = userId === ownerOf(deps);
  if (chat !== undefined && chat.type !== "private") {
    if (!isGroupAllowed(chat.id, deps)) return "strange-group";
    return !isOwner && deps.state.permission(userId) === "denied" ? "denied" : "allowed";
  }
  if (isOwner) return "allowed";
  return deps.state.permission(userId) ?? (isNamed(userId, deps) ? "allowed" : "stranger");
}

export function isGroupAllowed(chatId: number, { access, state }: Knowing): boolean {
  const verdict = state.permission(chatId) ?? (access.allowedUsers === "everyone" ? "allowed" : "denied");
  return verdict === "allowed";
}

function isNamed(userId: number, { access }: Knowing): boolean {
  return access.allowedUsers === "everyone" || access.allowedUsers.includes(userId);
}

/** Some updates of private chats name no sender, but the chat has the person's own id. */
export function askerOf(ctx: Context): number | null {
  return ctx.from?.id ?? (ctx.chat?.type === "private" ? ctx.chat.id : null);
}
