/** Milliseconds of processor time, so that a busy machine changes nothing. */
export function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What took less in processor time says nothing about how it grows. */
const TOO_SHORT_MS = 40;
const MOST_GROWTH = 8;
const ATTEMPTS = 3;

/**
 * How many times as long four times as much takes, at the first size that takes long enough to tell; 1 where none does.
 * Linear work comes to 4, quadratic to 16. The least of some attempts counts, for collecting garbage is no part of it.
 */
export function growthOf(work: (size: number) => unknown, sizes: readonly number[]): number {
  for (const size of sizes) {
    if (timeOf(() => work(size)) < TOO_SHORT_MS) continue;
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < ATTEMPTS && least > MOST_GROWTH; attempt += 1) {
      const whole = Math.min(
        timeOf(() => work(size)),
        timeOf(() => work(size)),
      );
      least = Math.min(
        least,
        whole /
          Math.max(
            1,
            timeOf(() => work(size / 4)),
          ),
      );
    }
    return least;
  }
  return 1;
}

export const isLinear = (growth: number): boolean => growth <= MOST_GROWTH;
