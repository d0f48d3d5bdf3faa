import { Composer, type Context } from "grammy";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { conversationOf, placeOf } from "../place.ts";
import { sendText } from "../send.ts";

export function newConversation({ library }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("new", async (ctx) => {
    const place = placeOf(ctx);
    library.resetConversation(conversationOf(place));
    await sendText(ctx.api, place, sayTo(ctx)("new-conversation"));
  });
  return composer;
}
