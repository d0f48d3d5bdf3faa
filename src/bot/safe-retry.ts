import { setTimeout as sleep } from "node:timers/promises";
import { HttpError, type Transformer } from "grammy";
import type { ApiResponse } from "grammy/types";
import type { Logger } from "../ports.ts";
import { neverConnected } from "./network-failure.ts";

/** Longer than this nobody waits for an answer. */
const LONGEST_WAIT_S = 60;
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 200;

/** Not worth waiting for; getUpdates is repeated by its own loop. */
const ONE_TRY = new Set([
  "sendMessageDraft",
  "sendChatAction",
  "answerCallbackQuery",
  "answerInlineQuery",
  "getUpdates",
]);
const REPEATABLE = /^(?:get|set|delete|edit)/;

type Outcome<T = unknown> = { readonly reply: ApiResponse<T> } | { readonly error: unknown };

/**
 * Repeats only what cannot show anything twice: after 429 once, when retry_after has passed (at most 60 s); after a 5xx or
 * a lost reply only methods that are idempotent, and any method when no connection came about. The rest goes to the log.
 */
export function safeRetry(logger: Logger): Transformer {
  return async (previous, method, payload, signal) => {
    if (ONE_TRY.has(method)) return previous(method, payload, signal);
    const earlier: Outcome[] = [];
    for (;;) {
      const outcome = await outcomeOf(previous(method, payload, signal));
      const waitMs = signal?.aborted === true ? null : waitBeforeRepeating(method, outcome, earlier);
      if (waitMs === null) {
        if (isUncertain(outcome))
          logger.warn("Telegram did not confirm a call, which may have worked; not repeated", { method });
        return conclude(outcome);
      }
      earlier.push(outcome);
      await sleep(waitMs);
    }
  };
}

function outcomeOf<T>(call: Promise<ApiResponse<T>>): Promise<Outcome<T>> {
  return call.then(
    (reply) => ({ reply }),
    (error: unknown) => ({ error }),
  );
}

/** Milliseconds; null when this was the last attempt. */
function waitBeforeRepeating(method: string, outcome: Outcome, earlier: readonly Outcome[]): number | null {
  if (isThrottled(outcome)) {
    const waitS = retryAfterS(outcome);
    return waitS <= LONGEST_WAIT_S && !earlier.some(isThrottled) ? waitS * 1_000 : null;
  }
  const isSafe = wasNeverSent(outcome) || (REPEATABLE.test(method) && isUncertain(outcome));
  return isSafe && earlier.length + 1 < ATTEMPTS ? FIRST_WAIT_MS * 2 ** earlier.length : null;
}

function conclude<T>(outcome: Outcome<T>): ApiResponse<T> {
  if ("error" in outcome) throw outcome.error;
  return outcome.reply;
}

function isThrottled(outcome: Outcome): boolean {
  return "reply" in outcome && !outcome.reply.ok && outcome.reply.error_code === 429;
}

function retryAfterS(outcome: Outcome): number {
  return ("reply" in outcome && !outcome.reply.ok ? outcome.reply.parameters?.retry_after : undefined) ?? 1;
}

function isUncertain(outcome: Outcome): boolean {
  return "error" in outcome || (!outcome.reply.ok && outcome.reply.error_code >= 500);
}

function wasNeverSent(outcome: Outcome): boolean {
  return "error" in outcome && outcome.error instanceof HttpError && neverConnected(outcome.error);
}
