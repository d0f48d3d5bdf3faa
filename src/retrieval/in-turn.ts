import { setImmediate as nextTick } from "node:timers/promises";

/** One queue a process, since all share its one thread. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work that keeps the processor busy one after another, so that many questions at once are answered one by one
 * instead of all at the end; between any two everything else gets its turn. Rejects as soon as the signal aborts.
 */
export function inTurn<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const mine = last.then(() => breathe(signal)).then(work);
  last = mine.catch(() => {});
  return signal === undefined ? mine : Promise.race([mine, abortOf(signal)]);
}

/** Between the steps of such work. @throws the signal's reason */
export async function breathe(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await nextTick();
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
