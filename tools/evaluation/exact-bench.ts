import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { PassageStore } from "../../src/ports.ts";
import { readWords } from "../../src/text/read-words.ts";

export interface ExactTiming {
  readonly words: string;
  readonly articles: number;
  readonly places: number;
  readonly ms: number;
  /** The longest that anything else had to wait meanwhile. */
  readonly heldMs: number;
}

/** How long /find takes over all texts, and for how long it holds the event loop. */
export async function timeExact(words: string, store: PassageStore): Promise<ExactTiming> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(20);
  delay.reset();
  const startedMs = performance.now();
  const hits = await store.findExactly(readWords(words));
  const ms = performance.now() - startedMs;
  // The delay is noted when the loop turns again.
  await sleep(5);
  delay.disable();
  const places = hits.reduce((sum, hit) => sum + hit.places, 0);
  return { words, articles: hits.length, places, ms, heldMs: delay.max / 1e6 };
}
