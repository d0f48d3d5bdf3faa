import { Composer, type Context, InlineKeyboard } from "grammy";
import type { PassageId } from "../../domain.ts";
import { renderProof } from "../../rendering/proof.ts";
import { answerPress } from "../answer-press.ts";
import { articleButton } from "../browsing/article-button.ts";
import { type ChatTarget, targetOfButton } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { sendRich, sendText } from "../send.ts";
import { readSourceButton, type SourceButton } from "../source-buttons.ts";

/** The numbered buttons under an answer: the cited sentences, and below them the whole article as a file. */
export function sources(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("callback_query:data", async (ctx) => {
    const button = ctx.chat === undefined ? null : readSourceButton(ctx.callbackQuery.data, ctx.chat.id, deps.state);
    await answerPress(ctx, button === null ? sayTo(ctx)("button-gone") : null, "alert");
    if (button !== null && ctx.msg !== undefined) await show(ctx, button, targetOfButton(ctx), deps);
  });
  return composer;
}

async function show(
  ctx: Context,
  button: SourceButton,
  target: ChatTarget,
  { library, state }: BotDeps,
): Promise<void> {
  const say = sayTo(ctx);
  const file = library.article(button.articleId);
  if (file === null) return sendText(ctx.api, target, say("source-gone"));
  const sentences = button.sentences.map(({ passageId, ordinal, text, mark }) => ({
    text,
    mark: mark ?? null,
    around: library.around(passageId as PassageId, ordinal, text),
  }));
  const whole = articleButton("file", button.articleId, languageOfPerson(ctx), target, state);
  await sendRich(ctx.api, target, renderProof(file.card, sentences, say), new InlineKeyboard().add(whole));
}
