import { type Context, InlineKeyboard, type MiddlewareFn } from "grammy";
import { answerPress } from "./answer-press.ts";
import { targetOf } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { sayTo } from "./language.ts";
import { oncePer } from "./once-per.ts";
import { askerOf, ownerOf, type Standing, standingOf } from "./permissions.ts";
import { sendText } from "./send.ts";

const HOUR_MS = 3_600_000;

/** What the button of a stranger's kind line sends. */
export const ASK_FOR_ACCESS = "ask-for-access";

/** Nobody may use the bot unless allowed; who is not gets one kind line an hour, and a group as a whole gets one too. */
export function accessGate(deps: BotDeps): MiddlewareFn<Context> {
  const mayBeTold = oncePer(HOUR_MS, deps.clock);
  return async (ctx, next) => {
    const asker = askerOf(ctx);
    // A linked channel's posts come into the group by themselves: nobody asked.
    if (asker === null || ctx.message?.is_automatic_forward === true) return;
    const standing = standingOf(asker, ctx.chat, deps);
    if (standing === "allowed") return next();
    if (ctx.callbackQuery !== undefined) {
      const line = mayBeTold(`button ${asker}`) ? refusal(ctx, asker, standing, deps) : null;
      await answerPress(ctx, line, "alert");
    } else if (ctx.message !== undefined && mayBeTold(standing === "strange-group" ? ctx.message.chat.id : asker)) {
      const text = refusal(ctx, asker, standing, deps);
      await sendText(ctx.api, targetOf(ctx), text, standing === "stranger" ? askButton(ctx, deps) : undefined);
    }
  };
}

function refusal(ctx: Context, asker: number, standing: Exclude<Standing, "allowed">, deps: BotDeps): string {
  const say = sayTo(ctx);
  const id = String(asker);
  switch (standing) {
    case "strange-group":
      return say("strange-group");
    case "denied":
      return say("denied-person");
    case "stranger":
      return ownerOf(deps) === null ? say("no-owner", { id }) : say("stranger", { id });
  }
}

function askButton(ctx: Context, deps: BotDeps): InlineKeyboard | undefined {
  if (ownerOf(deps) === null) return undefined;
  return new InlineKeyboard().text(sayTo(ctx)("ask-for-access"), ASK_FOR_ACCESS);
}
