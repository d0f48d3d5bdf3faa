import { Composer, type Context } from "grammy";
import { howChecked } from "../../rendering/how-checked.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";
import { ownerOf } from "../who.ts";

/** What there is to do, and what answers rest on. */
export function help(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("help", (ctx) => {
    const say = sayTo(ctx);
    const parts = [
      say("help"),
      ...howChecked(deps.library, say),
      ctx.me.supports_inline_queries ? say("help-inline", { bot: ctx.me.username }) : null,
      ctx.chat.id === ownerOf(deps) ? say("help-owner") : null,
    ];
    return sendText(ctx.api, placeOf(ctx), parts.filter((part) => part !== null).join("\n\n"));
  });
  return composer;
}
