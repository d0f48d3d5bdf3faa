import type { Clock } from "../ports.ts";

/** True for each key once within that time; forgets older keys, so that strangers cannot fill the memory for ever. */
export function oncePer(periodMs: number, clock: Clock): (key: string | number) => boolean {
  const atMs = new Map<string | number, number>();
  return (key) => {
    const nowMs = clock.now().getTime();
    for (const [other, otherMs] of atMs) {
      if (nowMs - otherMs < periodMs) break;
      atMs.delete(other);
    }
    if (atMs.has(key)) return false;
    atMs.set(key, nowMs);
    return true;
  };
}
