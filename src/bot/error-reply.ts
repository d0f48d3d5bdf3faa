import type { BotError, Context } from "grammy";
import { MODEL_FAILURES } from "../domain.ts";
import { AppError, type ErrorCode } from "../errors.ts";
import { targetOf } from "./chat-target.ts";
import { describe, isUnwanted, mayHaveArrived } from "./delivery.ts";
import type { BotDeps } from "./deps.ts";
import { sayTo } from "./language.ts";
import { sendText } from "./send.ts";

/** What a person in a chat can do something about, or can pass on to the owner. */
const EXPLAINED: ReadonlySet<ErrorCode> = new Set(["no-index", "index-broken", "index-model", ...MODEL_FAILURES]);

/** Where every failure ends: the log gets the facts, the person gets one sentence in their language. */
export function replyToError({ logger }: BotDeps): (failure: BotError<Context>) => Promise<void> {
  return async ({ error, ctx }) => {
    if (isUnwanted(error)) return;
    logger.error("an update could not be handled", { update: ctx.update.update_id, error: describe(error) });
    if (mayHaveArrived(error) || ctx.msg === undefined) return;
    try {
      await sendText(ctx.api, targetOf(ctx), sayTo(ctx)(apologyFor(error)));
    } catch (second) {
      logger.error("nor could the person be told", { update: ctx.update.update_id, error: describe(second) });
    }
  };
}

/** Key of the one sentence. */
export function apologyFor(error: unknown): string {
  return error instanceof AppError && EXPLAINED.has(error.code) ? `error-${error.code}` : "error-other";
}
