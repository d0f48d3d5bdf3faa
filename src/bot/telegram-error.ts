import { GrammyError, HttpError } from "grammy";
import { AppError } from "../errors.ts";
import { proxyFailure, reasonOf } from "./network-failure.ts";

/** What stops the bot as a whole, with what to do about it. The cause is left out, for its address holds the token. */
export function telegramError(error: unknown): unknown {
  if (error instanceof HttpError) {
    return new AppError("telegram", proxyFailure(error)?.message ?? noAnswer(`(${reasonOf(error)})`));
  }
  if (!(error instanceof GrammyError)) return error;
  return new AppError(
    "telegram",
    `Telegram refused ${error.method} (${error.error_code} ${error.description}). ${mend(error)}`,
  );
}

/** `how` stands behind "does not answer". */
export function noAnswer(how: string): string {
  return `Telegram does not answer ${how}: is the network blocked here? Set HTTPS_PROXY to a proxy that reaches it, for example HTTPS_PROXY=http://127.0.0.1:7890 (or TELEGRAM_API_ROOT to a Bot API server that you can reach).`;
}

export const WEBHOOK_IS_SET =
  "A webhook is set for this bot, so another program gets its messages: remove it by opening https://api.telegram.org/bot<your token>/deleteWebhook in a browser, then start again.";

function mend({ error_code: status, description }: GrammyError): string {
  // A token that never was one is "Not Found".
  if (status === 401 || status === 404)
    return "TELEGRAM_BOT_TOKEN is wrong or was revoked: copy it anew from @BotFather.";
  if (status === 409 && /webhook/i.test(description)) return WEBHOOK_IS_SET;
  if (status === 409)
    return "Another program reads this bot's messages: stop it, or give each program a bot of its own.";
  return "Try again in a few minutes.";
}
