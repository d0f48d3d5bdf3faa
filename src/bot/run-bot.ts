import { setTimeout as wait } from "node:timers/promises";
import { run } from "@grammyjs/runner";
import { type Bot, GrammyError, HttpError } from "grammy";
import { AppError } from "../errors.ts";
import type { Logger } from "../ports.ts";
import { textsFor } from "../rendering/texts.ts";

/** Answers in flight get this long to finish when the program is told to stop. */
const STOP_WITHIN_MS = 10_000;

export interface RunningBot {
  readonly username: string;
  /** Resolves when the bot has stopped. */
  readonly finished: Promise<void>;
  stop(): Promise<void>;
}

/** Checks the token, names the commands, then polls. @throws AppError telegram, saying what to do */
export async function runBot(bot: Bot, logger: Logger): Promise<RunningBot> {
  try {
    await bot.init();
    await nameCommands(bot);
  } catch (error) {
    throw translate(error);
  }
  const runner = run(bot, { runner: { fetch: { allowed_updates: ["message", "callback_query"] }, silent: true } });
  const finished = (runner.task() ?? Promise.resolve()).catch((error: unknown) => {
    throw translate(error);
  });
  const stop = async () => {
    logger.info("stopping");
    await Promise.race([
      runner.isRunning() ? runner.stop() : undefined,
      wait(STOP_WITHIN_MS, undefined, { ref: false }),
    ]);
  };
  return { username: bot.botInfo.username, finished, stop };
}

async function nameCommands(bot: Bot): Promise<void> {
  for (const language of ["en", "zh"] as const) {
    const commands = Object.entries(textsFor(language).commands).map(([command, description]) => ({
      command,
      description,
    }));
    await bot.api.setMyCommands(commands, language === "en" ? {} : { language_code: language });
  }
}

function translate(error: unknown): Error {
  if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
    return new AppError(
      "telegram",
      "Telegram does not know this bot token. Copy it again from @BotFather into TELEGRAM_BOT_TOKEN.",
      { cause: error },
    );
  }
  if (error instanceof GrammyError && error.error_code === 409) {
    return new AppError(
      "telegram",
      "Another program polls for this bot, or a webhook is set. Stop the other one, or remove the webhook.",
      { cause: error },
    );
  }
  if (error instanceof HttpError) {
    return new AppError(
      "telegram",
      "Telegram does not answer. Is the network open to it? TELEGRAM_API_ROOT names another Bot API server.",
      { cause: error },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}
