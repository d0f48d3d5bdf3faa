import { setTimeout as sleep } from "node:timers/promises";
import { run } from "@grammyjs/runner";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "../ports.ts";
import { resumePending } from "./adding/pending.ts";
import { describe } from "./delivery.ts";
import type { BotDeps } from "./deps.ts";
import { digestSender } from "./digest/send-due.ts";
import { setMenu } from "./menu.ts";
import { telegramError } from "./telegram-error.ts";

const LONGEST_STOP_MS = 10_000;
const POLL_S = 30;
const DIGEST_CHECK_MS = 30_000;
const POLL_AGAIN_MS = 2_000;
const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
  "my_chat_member",
  "stopped_message_generation",
] as const;

export interface RunningBot {
  /** Without the @. */
  readonly username: string;
  /**
   * Settles when the bot takes no more updates and the answers in flight are sent, which get 10 s; until then it needs what
   * it works with. Rejects with AppError telegram when Telegram ended it.
   */
  readonly finished: Promise<void>;
  /** Takes no more updates, and waits until it has finished. */
  stop(): Promise<void>;
}

/** Long polling, updates of different chats side by side. @throws AppError telegram when the token or the network fails */
export async function runBot(bot: Bot, deps: BotDeps): Promise<RunningBot> {
  const { logger, state } = deps;
  await introduce(bot);
  const inFlight = new Set<Promise<void>>();
  const lost = (error: unknown) => logger.error("an update was lost", { error: describe(error) });
  keepWhileRunning(resumePending(bot, state).catch(lost), inFlight);
  const sendDigests = digestSender(bot.api, deps);
  const digests = repeatedly(() => keepWhileRunning(sendDigests().catch(lost), inFlight));
  const handle = run<Update, unknown>(
    {
      errorHandler: lost,
      handleUpdate: (update) => keepWhileRunning(bot.handleUpdate(update), inFlight),
      api: {
        getUpdates: (args, signal) =>
          bot.api.getUpdates({ ...args, allowed_updates: ALLOWED_UPDATES }, signal).catch((error: unknown) => {
            if (!signal.aborted) logger.warn("Telegram does not hand out updates", { error: describe(error) });
            throw error;
          }),
      },
    },
    { runner: { fetch: { timeout: POLL_S }, retryInterval: POLL_AGAIN_MS, silent: true } },
  );
  const finished = Promise.resolve(handle.task())
    .catch((error: unknown) => Promise.reject(telegramError(error)))
    .finally(() => {
      clearInterval(digests);
      return lastAnswers(inFlight, logger);
    });
  finished.catch(() => {});
  return {
    username: bot.botInfo.username,
    finished,
    async stop() {
      if (handle.isRunning()) await handle.stop();
      await finished.catch(() => {});
    },
  };
}

/** Also runs at the start, for what fell due while the program was off. Never runs twice at once. */
function repeatedly(work: () => Promise<void>): NodeJS.Timeout {
  let last = work();
  let isIdle = false;
  const idle = () => {
    isIdle = true;
  };
  last.then(idle);
  return setInterval(() => {
    if (!isIdle) return;
    isIdle = false;
    last = work();
    last.then(idle);
  }, DIGEST_CHECK_MS).unref();
}

async function introduce(bot: Bot): Promise<void> {
  try {
    // Not bot.init(), which tries for ever.
    bot.botInfo = await bot.api.getMe();
    await setMenu(bot.api);
  } catch (error) {
    throw telegramError(error);
  }
}

function keepWhileRunning(task: Promise<void>, tasks: Set<Promise<void>>): Promise<void> {
  const kept = task.finally(() => tasks.delete(kept));
  tasks.add(kept);
  return kept;
}

async function lastAnswers(inFlight: ReadonlySet<Promise<void>>, logger: Logger): Promise<void> {
  await settledWithin(inFlight, LONGEST_STOP_MS);
  if (inFlight.size > 0) logger.warn("stopped before every answer was sent", { unanswered: inFlight.size });
}

async function settledWithin(tasks: ReadonlySet<Promise<void>>, limitMs: number): Promise<void> {
  const timer = new AbortController();
  const limit = sleep(limitMs, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([Promise.allSettled(tasks), limit]);
  timer.abort();
}
