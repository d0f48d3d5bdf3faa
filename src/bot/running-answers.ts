import { LIVE_PACES, type LivePaces } from "./live/live-answer.ts";

interface Running {
  /** Of the draft that shows it, where there is one. */
  readonly draftId: number;
  readonly controller: AbortController;
}

/** The answers that are being written, so that each person can stop their own. */
export class RunningAnswers {
  readonly #running = new Map<string, Set<Running>>();
  readonly paces: LivePaces;

  constructor(paces = LIVE_PACES) {
    this.paces = paces;
  }

  /** Runs the work with a signal that `stop` aborts. */
  async run<T>(
    chatId: number,
    askerId: number,
    draftId: number,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const running: Running = { draftId, controller: new AbortController() };
    const key = `${chatId}:${askerId}`;
    const ofAsker = this.#running.get(key) ?? new Set();
    this.#running.set(key, ofAsker.add(running));
    try {
      return await work(running.controller.signal);
    } finally {
      ofAsker.delete(running);
      if (ofAsker.size === 0) this.#running.delete(key);
    }
  }

  /** Stops all that this person asked in this chat, or the one of that draft. Whether there was something to stop. */
  stop(chatId: number, askerId: number, draftId?: number): boolean {
    const stopped = [...(this.#running.get(`${chatId}:${askerId}`) ?? [])].filter(
      (running) => draftId === undefined || running.draftId === draftId,
    );
    for (const { controller } of stopped) controller.abort();
    return stopped.length > 0;
  }
}
