import type { BotError, Context } from "grammy";
import { AppError } from "../errors.ts";
import type { Texts } from "../rendering/texts.ts";
import { describe, isUnwanted, mayHaveArrived } from "./delivery.ts";
import type { BotDeps } from "./deps.ts";
import { textsOfPerson } from "./language.ts";
import { placeOf } from "./place.ts";
import { sendText } from "./send.ts";

/** The last stop of every failure: the log gets the facts, the person one sentence in their language. */
export function replyToError({ logger }: BotDeps): (failure: BotError<Context>) => Promise<void> {
  return async ({ error, ctx }) => {
    if (isUnwanted(error)) return;
    logger.error("an update could not be handled", { update: ctx.update.update_id, error: describe(error) });
    if (mayHaveArrived(error) || ctx.msg === undefined) return;
    try {
      await sendText(ctx.api, placeOf(ctx), sentenceFor(error, textsOfPerson(ctx)));
    } catch (second) {
      logger.error("nor could the person be told", { update: ctx.update.update_id, error: describe(second) });
    }
  };
}

function sentenceFor(error: unknown, texts: Texts): string {
  return (error instanceof AppError ? texts.errors[error.code] : undefined) ?? texts.errors.other;
}
