import type { Update } from "grammy/types";
import type { Changes } from "./changes.ts";
import { conflict } from "./failure.ts";
import type { UpdateQueue } from "./updates.ts";

export interface Poll {
  readonly limit: number;
  readonly timeoutMs: number;
  /** Aborted when the client hangs up. */
  readonly gone: AbortSignal;
}

/** Long polling: one poller at a time, the newest wins (#getupdates). */
export class Polling {
  readonly #queue: UpdateQueue;
  readonly #changes: Changes;
  #endCurrent: ((cause: Interruption) => void) | null = null;

  constructor(queue: UpdateQueue, changes: Changes) {
    this.#queue = queue;
    this.#changes = changes;
  }

  /** Resolves as soon as there are updates, and with none after the time-out. @throws ApiFailure 409 */
  wait({ limit, timeoutMs, gone }: Poll): Promise<Update[]> {
    this.end("other-poller");
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        stopListening();
        gone.removeEventListener("abort", answer);
        if (this.#endCurrent === interrupt) this.#endCurrent = null;
        end();
      };
      const answer = () => finish(() => resolve(this.#queue.pending.slice(0, limit)));
      const interrupt = (cause: Interruption) => finish(() => reject(conflict(INTERRUPTIONS[cause])));
      const stopListening = this.#changes.onChange(() => {
        if (this.#queue.pending.length > 0) answer();
      });
      const timer = setTimeout(answer, timeoutMs);
      gone.addEventListener("abort", answer);
      this.#endCurrent = interrupt;
      if (this.#queue.pending.length > 0 || timeoutMs === 0) answer();
    });
  }

  /** Ends the running poll with 409. */
  end(cause: Interruption): void {
    this.#endCurrent?.(cause);
  }
}

/** In the server's own words (tdlib/telegram-bot-api, Client.cpp). */
const INTERRUPTIONS = {
  "other-poller": "terminated by other getUpdates request; make sure that only one bot instance is running",
  webhook: "terminated by setWebhook request",
} as const;
type Interruption = keyof typeof INTERRUPTIONS;
