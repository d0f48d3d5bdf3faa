import { Composer, type Context } from "grammy";
import { renderSummary } from "../../rendering/render.ts";
import { textsFor } from "../../rendering/texts.ts";
import { conversationOf, languageFor } from "../context.ts";
import type { BotDeps } from "../deps.ts";
import { sendRich, sendText } from "../send.ts";
import { sourceButtons } from "../source-buttons.ts";
import { whileTyping } from "../typing.ts";

/** /start, /help, /new and /summary. */
export function commands(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.command("start", (ctx) => {
    const { articles, from, to } = deps.library.facts();
    return sendText(ctx, textsFor(languageFor(ctx)).start(articles, from, to, deps.library.chatModel));
  });
  composer.command("help", (ctx) => sendText(ctx, textsFor(languageFor(ctx)).help));
  composer.command("new", (ctx) => {
    deps.library.resetConversation(conversationOf(ctx));
    return sendText(ctx, textsFor(languageFor(ctx)).newConversation);
  });
  composer.command("summary", async (ctx) => {
    const language = languageFor(ctx);
    const summary = await whileTyping(ctx, () => deps.library.summarize({ about: ctx.match, language }));
    if (summary === null) return sendText(ctx, textsFor(language).summaryNotFound(ctx.match.trim().slice(0, 100)));
    await sendRich(ctx, renderSummary(summary), sourceButtons(summary.claims, conversationOf(ctx), deps.state));
  });
  return composer;
}
