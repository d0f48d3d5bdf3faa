import { setTimeout as sleep } from "node:timers/promises";

/** What is sent together comes within this time of one another, also over a slow line. */
const QUIET_MS = 1_200;
const LONGEST_MS = 10_000;

export interface Batches<T> {
  /**
   * Joins what the same person sends in the same chat until nothing came for a while. The first one gets them all, in
   * order; the others get null, for one reply is enough.
   */
  join(key: string, item: T): Promise<readonly T[] | null>;
}

interface Open<T> {
  readonly items: T[];
  lastAtMs: number;
  readonly closed: Promise<readonly T[]>;
}

export function createBatches<T>(quietMs = QUIET_MS): Batches<T> {
  const open = new Map<string, Open<T>>();

  const closeWhenQuiet = async (key: string, startedAtMs: number): Promise<readonly T[]> => {
    for (;;) {
      const batch = open.get(key);
      if (batch === undefined) return [];
      const nowMs = performance.now();
      const waitMs = Math.min(batch.lastAtMs + quietMs, startedAtMs + LONGEST_MS) - nowMs;
      if (waitMs <= 0) {
        open.delete(key);
        return batch.items;
      }
      await sleep(waitMs);
    }
  };

  return {
    async join(key, item) {
      const nowMs = performance.now();
      const batch = open.get(key);
      if (batch !== undefined) {
        batch.items.push(item);
        batch.lastAtMs = nowMs;
        await batch.closed;
        return null;
      }
      const { promise: closed, resolve } = Promise.withResolvers<readonly T[]>();
      open.set(key, { items: [item], lastAtMs: nowMs, closed });
      const items = await closeWhenQuiet(key, nowMs);
      resolve(items);
      return items;
    },
  };
}
