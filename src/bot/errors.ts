import { type BotError, type Context, GrammyError } from "grammy";
import { AppError } from "../errors.ts";
import type { Logger } from "../ports.ts";
import { textsFor } from "../rendering/texts.ts";
import { languageFor } from "./context.ts";
import { sendText } from "./send.ts";

/** Whatever fails, the person gets words in their language and the log the reason; never the other way round. */
export function replyWithWords(logger: Logger): (failure: BotError<Context>) => Promise<void> {
  return async ({ ctx, error }) => {
    if (error instanceof GrammyError && error.error_code === 403) return;
    logger.error("an update failed", {
      update: ctx.update.update_id,
      error: error instanceof Error ? error.message : String(error),
    });
    if (ctx.chat === undefined || error instanceof GrammyError) return;
    const { errors } = textsFor(languageFor(ctx));
    const words = error instanceof AppError ? errors[error.code] : undefined;
    try {
      await sendText(ctx, words ?? errors.other);
    } catch (again) {
      logger.error("the error reply failed too", { error: again instanceof Error ? again.message : String(again) });
    }
  };
}
