import { Composer, type Context, InputFile } from "grammy";
import { byline, missingNotes } from "../../rendering/render.ts";
import { RichTextBuilder } from "../../rendering/rich-text.ts";
import { textsFor } from "../../rendering/texts.ts";
import { conversationOf, languageFor } from "../context.ts";
import type { ArticleFile, BotDeps } from "../deps.ts";
import { sendRich, sendText } from "../send.ts";
import { fileButton, readButton } from "../source-buttons.ts";

/** Buttons under an answer: the cited sentence with its article, and the archived article as a file. */
export function sources(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("callback_query:data", async (ctx) => {
    await ctx.answerCallbackQuery();
    const texts = textsFor(languageFor(ctx));
    const conversation = conversationOf(ctx);
    const pressed = readButton(ctx, conversation, deps.state);
    const file = pressed === null ? null : deps.library.article(pressed.button.articleId);
    if (pressed === null || file === null) return sendText(ctx, texts.sourceGone);
    if (pressed.kind === "file") return sendFile(ctx, file);
    const out = new RichTextBuilder()
      .quote(pressed.button.sentence)
      .plain(`\n\n${texts.fromArticle} `)
      .link(file.card.title, file.card.url);
    out.plain(`\n${byline(file.card, texts)}`);
    const missing = missingNotes(file.card, texts);
    if (missing !== "") out.plain("\n").italic(missing);
    await sendRich(ctx, out.build(), fileButton(pressed.button, conversation, texts.sendFile, deps.state));
  });
  return composer;
}

async function sendFile(ctx: Context, file: ArticleFile): Promise<void> {
  await ctx.replyWithDocument(new InputFile(Buffer.from(file.markdown), file.fileName));
}
