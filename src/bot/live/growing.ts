import { setTimeout as sleep } from "node:timers/promises";
import { GrammyError } from "grammy";
import { mayHaveArrived } from "../delivery.ts";

export interface Pace {
  /** Before the first showing, so that nothing flickers where the whole comes at once. */
  readonly firstAfterMs: number;
  /** Between two showings. */
  readonly everyMs: number;
  /** What is shown fades, and is shown again after this time; null where it stays. */
  readonly renewAfterMs: number | null;
}

/** Something that grows and is shown as it does. */
export interface Growing<T> {
  grow(latest: T): void;
  /** Nothing more is shown; `in-flight`: what was shown last has not been confirmed within that time. */
  end(patienceMs: number): Promise<"settled" | "in-flight">;
  /** Milliseconds until the next showing would be polite: Telegram's retry_after, or the pace. */
  restMs(): number;
}

/**
 * Shows the newest state by `put`, one at a time, beginning with `first`; what came in between is skipped. Best effort: a 429 is obeyed, a lost reply is passed over, and any other refusal is the last try.
 */
export function showGrowing<T>(first: T, put: (latest: T) => Promise<void>, pace: Pace): Growing<T> {
  const over = new AbortController();
  let latest = first;
  let grown = Promise.withResolvers<void>();
  let putting: Promise<unknown> = Promise.resolve();
  let politeAtMs = 0;

  const showOnce = async () => {
    putting = put(latest);
    let holdOffMs = pace.everyMs;
    try {
      await putting;
    } catch (error) {
      holdOffMs = holdOffAfter(error, pace.everyMs);
    }
    politeAtMs = performance.now() + holdOffMs;
    await sleep(holdOffMs, undefined, { signal: over.signal });
  };

  const run = async () => {
    await sleep(pace.firstAfterMs, undefined, { signal: over.signal });
    while (!over.signal.aborted) {
      grown = Promise.withResolvers();
      await showOnce();
      const fades = pace.renewAfterMs === null ? [] : [sleep(pace.renewAfterMs, undefined, { signal: over.signal })];
      await Promise.race([grown.promise, ...fades]);
    }
  };
  run().catch(() => {});

  return {
    grow(value) {
      latest = value;
      grown.resolve();
    },
    async end(patienceMs) {
      over.abort();
      grown.resolve();
      const settled = putting.then(
        () => "settled" as const,
        () => "settled" as const,
      );
      const timer = new AbortController();
      const late = sleep(patienceMs, "in-flight" as const, { signal: timer.signal }).catch(() => "in-flight" as const);
      return Promise.race([settled, late]).finally(() => timer.abort());
    },
    restMs: () => Math.max(0, politeAtMs - performance.now()),
  };
}

/** @throws whatever says that trying again is of no use */
function holdOffAfter(error: unknown, everyMs: number): number {
  if (mayHaveArrived(error)) return everyMs;
  if (!(error instanceof GrammyError) || error.error_code !== 429) throw error;
  return Math.max(everyMs, (error.parameters.retry_after ?? 1) * 1_000);
}
