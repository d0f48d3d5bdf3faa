import { type Context, InlineKeyboard, type MiddlewareFn } from "grammy";
import type { BotDeps } from "./deps.ts";
import { sayTo } from "./language.ts";
import { oncePer } from "./once-per.ts";
import { placeOf } from "./place.ts";
import { sendText } from "./send.ts";
import { mayUse, ownerOf } from "./who.ts";

const HOUR_MS = 3_600_000;
/** What the button says that a stranger gets; the only one that passes the gate. */
export const ASK_FOR_ACCESS = "ask-for-access";

/** Nobody may use the bot unless allowed; who is not gets one kind line an hour, and in private a button to ask for access. */
export function accessGate(deps: BotDeps): MiddlewareFn<Context> {
  const mayBeTold = oncePer(HOUR_MS, deps.clock);
  return async (ctx, next) => {
    if (ctx.from === undefined || ctx.chat === undefined) return;
    if (mayUse(ctx.from.id, ctx.chat, deps)) return next();
    const line = mayBeTold(ctx.chat.id) ? refusal(ctx) : null;
    if (ctx.callbackQuery !== undefined) {
      await ctx.answerCallbackQuery(line === null ? {} : { text: line, show_alert: true });
    } else if (line !== null) {
      const mayAsk = ctx.chat.type === "private" && ownerOf(deps) !== null;
      const keyboard = new InlineKeyboard().text(sayTo(ctx)("ask-for-access"), ASK_FOR_ACCESS);
      await sendText(ctx.api, placeOf(ctx), line, mayAsk ? keyboard : undefined);
    }
  };
}

function refusal(ctx: Context): string {
  const id = String(ctx.from?.id);
  return ctx.chat?.type === "private" ? sayTo(ctx)("stranger", { id }) : sayTo(ctx)("strange-group");
}
