import type { IndexJob, IndexReply } from "./adding/child-indexer.ts";
import { findingsIn } from "./adding/findings.ts";
import type { LoadedCorpus } from "./articles/load.ts";
import { AppError, explain } from "./errors.ts";
import { indexCorpus, openModels } from "./wiring.ts";

// Nobody is left to answer to: the next start does it again.
process.once("disconnect", () => process.exit());

/** The program that indexes for a running bot: one job comes by message, one reply goes back. */
process.once("message", (message) => void answer(message as IndexJob));

async function answer(job: IndexJob): Promise<void> {
  const reply = await work(job).catch(
    (error: unknown): IndexReply => ({
      kind: "failed",
      code: error instanceof AppError ? error.code : "index-broken",
      message: explain(error),
    }),
  );
  // The bot may have ended meanwhile; the index is in place all the same.
  if (process.connected) process.send?.(reply, () => process.disconnect?.());
}

async function work({ config, corpusDir, sourcePaths }: IndexJob): Promise<IndexReply> {
  const read = Promise.withResolvers<LoadedCorpus>();
  await indexCorpus(config, await openModels(config), corpusDir, undefined, read.resolve);
  return { kind: "done", findings: findingsIn(await read.promise, sourcePaths) };
}
