import type { Context } from "grammy";
import type { Answer } from "../domain.ts";
import { renderAnswer } from "../rendering/render.ts";
import { sayIn } from "../rendering/say.ts";
import { languageOf } from "../text/language.ts";
import type { BotDeps } from "./deps.ts";
import { answerButtons } from "./kept-buttons.ts";
import { liveAnswer } from "./live-answer.ts";
import { conversationOf, placeOf } from "./place.ts";
import type { RunningAnswers } from "./running-answers.ts";
import { sendRich, sendText } from "./send.ts";
import { withTyping } from "./typing.ts";

/** From a person's question to the delivered answer. @throws AppError model-*, no-index */
export async function answerQuestion(
  ctx: Context,
  text: string,
  { library, state }: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  const place = placeOf(ctx);
  const say = sayIn(languageOf(text));
  const live = liveAnswer(ctx.api, place, ctx.update.update_id, languageOf(text));
  const write = (signal: AbortSignal): Promise<Answer | "stopped"> =>
    library
      .ask({ chat: conversationOf(place), text, onClaims: (claims) => live.show(claims), signal })
      .catch((error: unknown) => {
        if (signal.aborted) return "stopped";
        throw error;
      });
  const answer = await withTyping(ctx.api, place, () => answers.run(place.chatId, ctx.from?.id ?? 0, write)).finally(
    () => live.end(),
  );
  if (answer === "stopped") return sendText(ctx.api, place, say("stopped"));
  await sendRich(ctx.api, place, renderAnswer(answer), answerButtons(text, answer, place, state));
}
