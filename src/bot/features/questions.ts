import { Composer, type Context } from "grammy";
import { renderAnswer } from "../../rendering/render.ts";
import { textsFor } from "../../rendering/texts.ts";
import { languageOf } from "../../text/language.ts";
import { addressedText } from "../addressed.ts";
import { conversationOf, languageFor } from "../context.ts";
import type { BotDeps } from "../deps.ts";
import { livePreview } from "../live-preview.ts";
import { sendRich, sendText } from "../send.ts";
import { sourceButtons } from "../source-buttons.ts";
import { whileTyping } from "../typing.ts";

/** /ask, and any text that is meant for the bot. */
export function questions(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.command("ask", async (ctx) => {
    const question = ctx.match.trim() || ctx.message?.reply_to_message?.text?.trim() || "";
    if (question !== "") return answer(ctx, question, deps);
    await ctx.reply(textsFor(languageFor(ctx)).askForQuestion, {
      reply_markup: { force_reply: true, selective: true },
    });
  });
  composer.on("message:text", async (ctx) => {
    const question = addressedText(ctx);
    if (question !== null && !question.startsWith("/")) await answer(ctx, question, deps);
  });
  composer.on("message").filter(
    (ctx) => ctx.chat.type === "private" && ctx.message.text === undefined,
    (ctx) => sendText(ctx, textsFor(languageFor(ctx)).textOnly),
  );
  return composer;
}

async function answer(ctx: Context, question: string, deps: BotDeps): Promise<void> {
  const conversation = conversationOf(ctx);
  const preview = livePreview(ctx, languageOf(question), () => deps.clock.now().getTime());
  const found = await whileTyping(ctx, () =>
    deps.library.ask({ chat: conversation, text: question, onClaims: preview.show }),
  );
  const claims = found.kind === "abstained" ? [] : found.claims;
  await sendRich(ctx, renderAnswer(found), sourceButtons(claims, conversation, deps.state));
}
