import { setImmediate as nextTick } from "node:timers/promises";

/** One queue for the whole process, because everything shares its one thread. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work that keeps the processor busy, one piece after another. Many questions at once are then answered one by one
 * instead of all at the end, and everything else runs between two of them. Rejects as soon as the signal aborts.
 */
export function runExclusive<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const mine = last.then(() => yieldToEventLoop(signal)).then(work);
  last = mine.catch(() => {});
  return signal === undefined ? mine : Promise.race([mine, abortOf(signal)]);
}

/** Called between the steps of such work, so that other events are handled. @throws the signal's reason */
export async function yieldToEventLoop(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await nextTick();
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
