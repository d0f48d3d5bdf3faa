import { GrammyError, HttpError } from "grammy";
import { AppError } from "../errors.ts";

/** What stops the bot as a whole, with what to do about it. The cause is left out, for its address holds the token. */
export function telegramError(error: unknown): unknown {
  if (error instanceof HttpError) {
    return new AppError(
      "telegram",
      `Telegram does not answer (${reasonOf(error)}): check the network, or set TELEGRAM_API_ROOT to a server you can reach.`,
    );
  }
  if (!(error instanceof GrammyError)) return error;
  return new AppError(
    "telegram",
    `Telegram refused ${error.method} (${error.error_code} ${error.description}). ${mend(error)}`,
  );
}

function reasonOf({ error, message }: HttpError): string {
  return error instanceof Error && "code" in error ? String(error.code) : message;
}

function mend({ error_code: status, description }: GrammyError): string {
  // A token that never was one is "Not Found".
  if (status === 401 || status === 404)
    return "TELEGRAM_BOT_TOKEN is wrong or was revoked: copy it anew from @BotFather.";
  if (status === 409 && /webhook/i.test(description))
    return "A webhook is set for this bot: remove it with deleteWebhook, then start again.";
  if (status === 409)
    return "Another program reads this bot's messages: stop it, or give each program a bot of its own.";
  return "Try again in a few minutes.";
}
