import type { IndexJob, IndexReply } from "./adding/child-indexer.ts";
import { AppError, explain } from "./errors.ts";
import { indexInThisProcess } from "./wiring.ts";

// Nobody is left to answer to: the next start does it again.
process.once("disconnect", () => process.exit());

/** The program that indexes for a running bot: one job comes by message, one reply goes back. */
process.once("message", (message) => void answer(message as IndexJob));

async function answer(job: IndexJob): Promise<void> {
  const reply = await indexInThisProcess(job).then(
    (findings): IndexReply => ({ kind: "done", findings: [...findings] }),
    (error: unknown): IndexReply => ({
      kind: "failed",
      code: error instanceof AppError ? error.code : "index-broken",
      message: explain(error),
    }),
  );
  // The bot may have ended meanwhile; the index is in place all the same.
  if (process.connected) process.send?.(reply, () => process.disconnect?.());
}
