import { setTimeout as sleep } from "node:timers/promises";
import type { ExamResult } from "../../domain.ts";
import type { ExaminedJudge } from "./examined-judge.ts";

const RETRY_MS = 10 * 60_000;

/**
 * Lets a judge sit its exam in the background, if it has not done so yet. If it cannot be reached, it is asked again later.
 * Settles with the result, or with null if there was none or the signal came first.
 */
export async function sitInTime(
  judge: ExaminedJudge,
  signal: AbortSignal,
  retryMs = RETRY_MS,
): Promise<ExamResult | null> {
  if (judge.result !== null) return null;
  while (!signal.aborted) {
    const sitting = await judge.sit({ signal });
    if (sitting.kind === "done") return sitting.result;
    await sleep(retryMs, undefined, { signal, ref: false }).catch(() => {});
  }
  return null;
}
