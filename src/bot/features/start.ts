import { Composer, type Context } from "grammy";
import type { BotDeps } from "../deps.ts";
import { textsOfPerson } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";

export function start({ library }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("start", async (ctx) => {
    const { articles, from, to } = library.facts();
    await sendText(ctx.api, placeOf(ctx), textsOfPerson(ctx).start(articles, from, to, library.chatModel));
  });
  return composer;
}
