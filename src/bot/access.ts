import type { Context, MiddlewareFn } from "grammy";
import { textsFor } from "../rendering/texts.ts";
import { isPrivate, languageFor } from "./context.ts";
import type { BotDeps } from "./deps.ts";

const TELL_AGAIN_AFTER_MS = 3_600_000;
const STRANGERS_REMEMBERED = 1_000;

/** Lets nobody through who was not named. A stranger gets one kind line with their id, in a private chat, once an hour. */
export function accessGate(deps: BotDeps): MiddlewareFn<Context> {
  const toldAt = new Map<number, number>();
  return async (ctx, next) => {
    const id = ctx.from?.id;
    if (id === undefined) return;
    if (isAllowed(id, deps)) return next();
    const now = deps.clock.now().getTime();
    if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
    if (!isPrivate(ctx) || now - (toldAt.get(id) ?? 0) < TELL_AGAIN_AFTER_MS) return;
    if (toldAt.size >= STRANGERS_REMEMBERED) toldAt.clear();
    toldAt.set(id, now);
    await ctx.reply(textsFor(languageFor(ctx)).stranger(id));
  };
}

function isAllowed(id: number, { access, state }: BotDeps): boolean {
  if (access.allowedUsers === "everyone" || id === access.ownerId || access.allowedUsers.includes(id)) return true;
  return state.allowedUsers().some((user) => user.userId === id);
}
