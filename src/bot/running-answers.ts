/** The answers that are being written, so that who asked can stop theirs. */
export class RunningAnswers {
  readonly #running = new Map<string, { readonly askerId: number; readonly controller: AbortController }>();

  /** Runs the work with a signal that `stop` aborts. */
  async run<T>(chatId: number, askerId: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const entry = { askerId, controller };
    const key = `${chatId}:${askerId}`;
    this.#running.set(key, entry);
    try {
      return await work(controller.signal);
    } finally {
      if (this.#running.get(key) === entry) this.#running.delete(key);
    }
  }

  /** Whether there was one to stop. */
  stop(chatId: number, askerId: number): boolean {
    const entry = this.#running.get(`${chatId}:${askerId}`);
    entry?.controller.abort();
    return entry !== undefined;
  }
}
