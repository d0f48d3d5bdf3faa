import { setTimeout as sleep } from "node:timers/promises";
import { HttpError, type Transformer } from "grammy";
import type { ApiResponse } from "grammy/types";
import type { Logger } from "../ports.ts";
import { type ApiSignal, asApiSignal } from "./api-signal.ts";
import { neverConnected } from "./network-failure.ts";

/** Nobody waits longer than this for an answer. */
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

/** `never`: the call is tried once; `briefly`: a 429 is waited for only when it is soon over. */
export type Retrying = "never" | "briefly";
const BRIEF_WAIT_S = 5;
const manners = new WeakMap<object, Retrying>();

/** A signal that is never aborted, for a call whose caller has something better to do than to wait for it. */
export function retrying(manner: Retrying): ApiSignal {
  const signal = asApiSignal(new AbortController().signal);
  manners.set(signal, manner);
  return signal;
}

type Outcome<T = unknown> = { readonly reply: ApiResponse<T> } | { readonly error: unknown };

/**
 * Repeats only what cannot show anything twice: after 429 once, when retry_after has passed (at most 60 s); after a 5xx or
 * a lost reply only methods that are idempotent, and any method when no connection came about. The rest goes to the log.
 */
export function safeRetry(logger: Logger): Transformer {
  return async (previous, method, payload, signal) => {
    const manner = signal === undefined ? undefined : manners.get(signal);
    if (ONE_TRY.has(method) || manner === "never") return previous(method, payload, signal);
    const longestWaitS = manner === "briefly" ? BRIEF_WAIT_S : LONGEST_WAIT_S;
    const earlier: Outcome[] = [];
    for (;;) {
      const outcome = await outcomeOf(previous(method, payload, signal));
      const waitMs = signal?.aborted === true ? null : waitBeforeRepeating(method, outcome, earlier, longestWaitS);
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
function waitBeforeRepeating(
  method: string,
  outcome: Outcome,
  earlier: readonly Outcome[],
  longestWaitS: number,
): number | null {
  if (isThrottled(outcome)) {
    const waitS = retryAfterS(outcome);
    return waitS <= longestWaitS && !earlier.some(isThrottled) ? waitS * 1_000 : null;
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
