import { Worker } from "node:worker_threads";
import { type Draft, draftOf } from "./draft.ts";
import { parseFile } from "./parse.ts";
import { type Unreadable, UnreadableFile } from "./parsed.ts";

export interface ReadingJob {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadingReply =
  | { readonly kind: "read"; readonly draft: Draft }
  | { readonly kind: "unreadable"; readonly why: Unreadable; readonly reason: string };

// Nobody is left to read for.
process.once("disconnect", () => process.exit());

/** When the file at hand was begun: processor time in microseconds, and milliseconds of the clock; zeros between files. */
const begun = new Float64Array(new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT));
new Worker(new URL("reading-watch.ts", import.meta.url), {
  workerData: { begun, limits: JSON.parse(process.argv[2] ?? "") },
  execArgv: [],
}).unref();

process.on("message", (message) => void answer(message as ReadingJob));
// It can be asked now.
process.send?.("ready");

async function answer(job: ReadingJob): Promise<void> {
  const { user, system } = process.cpuUsage();
  begun.set([user + system, Date.now()]);
  const reply = await read(job);
  begun.fill(0);
  process.send?.(reply);
}

async function read({ name, bytes }: ReadingJob): Promise<ReadingReply> {
  try {
    return { kind: "read", draft: draftOf(name, await parseFile(name, bytes)) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: "unreadable", why: error.why, reason: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", why: "unreadable", reason: `cannot be parsed (${detail})` };
  }
}
