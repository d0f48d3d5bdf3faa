import { Composer, type Context } from "grammy";
import { periodOf } from "../../rendering/say.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { sendText } from "../send.ts";

export function start({ library }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("start", async (ctx) => {
    const say = sayTo(ctx);
    const facts = library.facts();
    const writer = library.chatModel === null ? say("writer-none") : say("writer-model", { model: library.chatModel });
    const text = say("start", { articles: facts.articles, period: periodOf(facts, say), writer });
    await sendText(ctx.api, targetOf(ctx), text);
  });
  return composer;
}
