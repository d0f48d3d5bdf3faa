import type { Clock } from "../ports.ts";

/** Says yes to each id once in that time. */
export function oncePer(spanMs: number, clock: Clock): (id: number) => boolean {
  const lastMs = new Map<number, number>();
  return (id) => {
    const nowMs = clock.now().getTime();
    for (const [other, atMs] of lastMs) {
      if (nowMs - atMs < spanMs) break;
      lastMs.delete(other);
    }
    if (lastMs.has(id)) return false;
    lastMs.set(id, nowMs);
    return true;
  };
}
