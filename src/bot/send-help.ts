import type { Context } from "grammy";
import { howChecked } from "../rendering/how-checked.ts";
import { targetOf } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { sayTo } from "./language.ts";
import { ownerOf } from "./permissions.ts";
import { sendText } from "./send.ts";

/** What there is to do, and what answers rest on. */
export function sendHelp(ctx: Context, deps: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  const parts = [
    say("help"),
    ...howChecked(deps.library, say),
    ctx.me.supports_inline_queries ? say("help-inline", { bot: ctx.me.username }) : null,
    ctx.chat?.id === ownerOf(deps) ? say("help-owner") : null,
  ];
  return sendText(ctx.api, targetOf(ctx), parts.filter((part) => part !== null).join("\n\n"));
}
