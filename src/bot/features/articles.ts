import { Composer, type Context } from "grammy";
import { keepShown, type ShownAs } from "../browsing/shown.ts";
import { articlesView } from "../browsing/views.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson } from "../language.ts";
import { sendRich } from "../send.ts";

/** /articles: all of them, or those whose title or account holds the words. */
export function articles({ library, state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("articles", async (ctx) => {
    const target = targetOf(ctx);
    const shown: ShownAs<"articles"> = { kind: "articles", words: ctx.match.trim(), language: languageOfPerson(ctx) };
    const { rich, keyboard } = articlesView(shown, 0, keepShown(shown, target.chatId, state), library);
    await sendRich(ctx.api, target, rich, keyboard);
  });
  return composer;
}
