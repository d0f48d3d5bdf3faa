import { GrammyError, HttpError } from "grammy";
import { AppError } from "../errors.ts";
import { NO_BOT_API, proxyFailure, reasonOf } from "./network-failure.ts";
import { noAnswer, type Route, TELEGRAM_API } from "./no-answer.ts";

/** What stops the bot as a whole, with what to do about it. The cause is left out, for its address holds the token. */
export function telegramError(error: unknown, route: Route = { apiRoot: TELEGRAM_API, proxy: null }): unknown {
  if (error instanceof HttpError)
    return new AppError("telegram", proxyFailure(error)?.message ?? noAnswer(`(${reasonOf(error)})`, route));
  if (!(error instanceof GrammyError)) return error;
  // Whatever the types say, it is what some server has sent.
  if (typeof error.error_code !== "number") return new AppError("telegram", noAnswer(`(${NO_BOT_API})`, route));
  return new AppError(
    "telegram",
    `Telegram refused ${error.method} (${error.error_code} ${error.description}). ${whatToDo(error)}`,
  );
}

export const WEBHOOK_IS_SET =
  "A webhook is set for this bot, so its messages go elsewhere: remove it by opening https://api.telegram.org/bot<your token>/deleteWebhook in a browser, then start again.";

function whatToDo({ error_code: status, description }: GrammyError): string {
  // A token that never was one is "Not Found".
  if (status === 401 || status === 404)
    return "TELEGRAM_BOT_TOKEN is wrong or was revoked: copy it anew from @BotFather.";
  if (status === 409 && /webhook/i.test(description)) return WEBHOOK_IS_SET;
  if (status === 409)
    return "Another program reads this bot's messages: stop it, or give each program a bot of its own.";
  return "Try again in a few minutes.";
}
