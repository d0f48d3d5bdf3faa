import type { Context } from "grammy";
import { renderAnswer } from "../rendering/render.ts";
import { languageOf } from "../text/language.ts";
import { sourceButtons } from "./buttons.ts";
import type { BotDeps } from "./deps.ts";
import { liveAnswer } from "./live-answer.ts";
import { conversationOf, placeOf } from "./place.ts";
import { sendRich } from "./send.ts";
import { withTyping } from "./typing.ts";

/** From a person's question to the delivered answer. @throws AppError model-*, no-index */
export async function answerQuestion(ctx: Context, text: string, { library, state }: BotDeps): Promise<void> {
  const place = placeOf(ctx);
  const live = liveAnswer(ctx.api, place, ctx.update.update_id, languageOf(text));
  const answer = await withTyping(ctx.api, place, () =>
    library.ask({ chat: conversationOf(place), text, onClaims: (claims) => live.show(claims) }),
  ).finally(() => live.end());
  const claims = answer.kind === "abstained" ? [] : answer.claims;
  await sendRich(ctx.api, place, renderAnswer(answer), sourceButtons(claims, place.chatId, state));
}
