import { Composer, type Context } from "grammy";
import type { PassageId } from "../../domain.ts";
import { renderProof } from "../../rendering/proof.ts";
import { type Button, fileButton, readButton } from "../buttons.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { type Place, placeOfButton } from "../place.ts";
import { sendRich, sendText } from "../send.ts";
import { sendFile } from "../send-file.ts";

/** The numbered buttons under an answer: the cited sentences, and behind them the whole article as a file. */
export function sources(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("callback_query:data", async (ctx) => {
    const button = ctx.chat === undefined ? null : readButton(ctx.callbackQuery.data, ctx.chat.id, deps.state);
    const toast = button === null ? { text: sayTo(ctx)("button-gone"), show_alert: true } : {};
    // Before the work, for the button shows a spinner until then; a press too old to be answered still gets its proof.
    await ctx.answerCallbackQuery(toast).catch(() => {});
    if (button !== null && ctx.msg !== undefined) await show(ctx, button, placeOfButton(ctx), deps);
  });
  return composer;
}

async function show(ctx: Context, button: Button, place: Place, { library, state }: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  const file = library.article(button.articleId);
  if (file === null) return sendText(ctx.api, place, say("source-gone"));
  switch (button.kind) {
    case "source": {
      const sentences = button.sentences.map(({ passageId, ordinal, text, mark }) => ({
        text,
        mark: mark ?? null,
        around: library.around(passageId as PassageId, ordinal, text),
      }));
      const keyboard = fileButton(say("send-file"), button.articleId, place.chatId, state);
      return sendRich(ctx.api, place, renderProof(file.card, sentences, say), keyboard);
    }
    case "file":
      return sendFile(ctx.api, place, file);
  }
}
