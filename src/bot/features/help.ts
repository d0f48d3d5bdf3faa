import { Composer, type Context } from "grammy";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";
import { ownerOf } from "../who.ts";

export function help(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("help", (ctx) => {
    const say = sayTo(ctx);
    const isOwnerAlone = ctx.chat.id === ownerOf(deps);
    const text = isOwnerAlone ? `${say("help")}\n\n${say("help-owner")}` : say("help");
    return sendText(ctx.api, placeOf(ctx), text);
  });
  return composer;
}
