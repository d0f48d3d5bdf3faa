import type { Context, MiddlewareFn } from "grammy";
import type { BotDeps } from "./deps.ts";
import { sayTo } from "./language.ts";
import { placeOf } from "./place.ts";
import { sendText } from "./send.ts";

const HOUR_MS = 3_600_000;

/** Nobody may use the bot unless named; who is not gets one kind line an hour, with the id that the owner needs. */
export function accessGate(deps: BotDeps): MiddlewareFn<Context> {
  const mayBeTold = oncePerHour(deps);
  return async (ctx, next) => {
    if (ctx.from === undefined) return;
    if (isAllowed(ctx.from.id, deps)) return next();
    const line = mayBeTold(ctx.from.id) ? sayTo(ctx)("stranger", { id: String(ctx.from.id) }) : null;
    if (ctx.callbackQuery !== undefined) {
      await ctx.answerCallbackQuery(line === null ? {} : { text: line, show_alert: true });
    } else if (line !== null) {
      await sendText(ctx.api, placeOf(ctx), line);
    }
  };
}

/** Reads the store each time, so that who is allowed meanwhile need not wait for a restart. */
function isAllowed(userId: number, { access, state }: BotDeps): boolean {
  if (access.allowedUsers === "everyone") return true;
  if (userId === access.ownerId || access.allowedUsers.includes(userId)) return true;
  return state.allowedUsers().some((user) => user.userId === userId);
}

function oncePerHour({ clock }: BotDeps): (userId: number) => boolean {
  const toldAtMs = new Map<number, number>();
  return (userId) => {
    const nowMs = clock.now().getTime();
    for (const [other, atMs] of toldAtMs) {
      if (nowMs - atMs < HOUR_MS) break;
      toldAtMs.delete(other);
    }
    if (toldAtMs.has(userId)) return false;
    toldAtMs.set(userId, nowMs);
    return true;
  };
}
