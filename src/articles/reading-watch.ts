import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { GETS_ON, type Limit, type ReadingLimits, STILL_AFTER } from "./too-much.ts";

/** Where the process that asked hears which limit it was. */
export const TOLD_AT = 4;
const LOOK_EVERY_MS = 25;

interface Watched {
  readonly begun: Float64Array;
  readonly limits: ReadingLimits;
}

/** A thread beside the reading one. A parser that never returns cannot block it. */
const { begun, limits }: Watched = workerData;

/** When the reading last made progress, by the clock and in processor time. */
let seen = { clock: 0, processor: 0 };

setInterval(() => {
  const limit = exceeded();
  if (limit === null) return;
  writeSync(TOLD_AT, limit);
  process.kill(process.pid, "SIGKILL");
}, LOOK_EVERY_MS);

function exceeded(): Limit | null {
  const [processor = 0, clock = 0] = begun;
  if (clock === 0) return null;
  if (process.memoryUsage.rss() > limits.megabytes * 1_000_000) return "memory";
  const { user, system } = process.cpuUsage();
  const used = user + system - processor;
  if (used > limits.seconds * 1_000_000) return "time";
  if (seen.clock < clock || used - seen.processor > limits.seconds * GETS_ON * 1_000_000)
    seen = { clock: Date.now(), processor: used };
  return Date.now() - seen.clock > limits.seconds * STILL_AFTER * 1_000 ? "stillness" : null;
}
