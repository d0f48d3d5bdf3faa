import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors.ts";

const LOOK_AGAIN_MS = 500;

/** Tries again while another program indexes, as long as that. @throws AppError index-busy when it still does then */
export async function whileBusy<T>(work: () => Promise<T>, longestWaitMs: number): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
    try {
      return await work();
    } catch (error) {
      const isBusy = error instanceof AppError && error.code === "index-busy";
      if (!isBusy || waitedMs >= longestWaitMs) throw error;
    }
    await sleep(LOOK_AGAIN_MS);
  }
}
