import { setTimeout as sleep } from "node:timers/promises";

/** Of works that follow one another quickly only the newest of each person goes on; what it replaces is aborted. */
export class NewestOfEach {
  readonly #running = new Map<number, AbortController>();
  readonly #pauseMs: number;

  /** Work begins only when nothing newer came within `pauseMs`. */
  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs;
  }

  /** null when something newer took its place. @throws what the work throws, unless that is so */
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
