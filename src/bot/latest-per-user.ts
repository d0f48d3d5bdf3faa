import { setTimeout as sleep } from "node:timers/promises";

/** When a person starts several tasks in quick succession, only the latest one runs; the one before is aborted. */
export class LatestPerUser {
  readonly #running = new Map<number, AbortController>();
  readonly #pauseMs: number;

  /** A task starts only if nothing newer arrives within `pauseMs`. */
  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs;
  }

  /** null if a newer task replaced this one. @throws what the task throws otherwise */
  async run<T>(person: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#running.get(person)?.abort();
    const controller = new AbortController();
    this.#running.set(person, controller);
    const { signal } = controller;
    try {
      await sleep(this.#pauseMs, undefined, { signal });
      const result = await work(signal);
      return signal.aborted ? null : result;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      if (this.#running.get(person) === controller) this.#running.delete(person);
    }
  }
}
