import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import type { Config } from "../config.ts";
import { AppError, type ErrorCode } from "../errors.ts";
import type { Finding } from "./findings.ts";

const PROGRAM = path.join(import.meta.dirname, "..", "index-process.ts");
/** A file on which a parser hangs must not hold up all others for ever. */
const LONGEST_RUN_MS = 900_000;

/** What goes to the other process; by message, so that no key stands in a list of processes. */
export interface IndexJob {
  readonly config: Config;
  readonly corpusDir: string;
  readonly sourcePaths: readonly string[];
}

/** What comes back; written by our own program, so only its outline is checked. */
const Reply = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), findings: z.array(z.custom<Finding>()) }),
  z.object({ kind: z.literal("failed"), code: z.custom<ErrorCode>(), message: z.string() }),
]);
export type IndexReply = z.infer<typeof Reply>;

/** The other process ended without a word: one of the files is too much for it. */
export class IndexCrash extends Error {}

/**
 * Indexes in a process of its own, for reading thousands of articles and writing their words holds a thread for seconds.
 * `signal` ends it. @throws AppError of the indexing; IndexCrash
 */
export function indexInChildProcess(job: IndexJob, signal: AbortSignal): Promise<readonly Finding[]> {
  if (signal.aborted) return Promise.reject(stopped());
  return new Promise((resolve, reject) => {
    const child = fork(PROGRAM, {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), LONGEST_RUN_MS);
    const stop = () => child.kill("SIGKILL");
    signal.addEventListener("abort", stop, { once: true });
    child.once("message", (message) => {
      const reply = Reply.parse(message);
      if (reply.kind === "done") resolve(reply.findings);
      else reject(new AppError(reply.code, reply.message));
    });
    child.once("error", reject);
    child.once("close", (code, by) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      reject(signal.aborted ? stopped() : new IndexCrash(`The indexing ended with ${by ?? `code ${code}`}.`));
    });
    send(child, job, reject);
  });
}

function send(child: ChildProcess, job: IndexJob, onError: (error: Error) => void): void {
  child.send(job, (error) => {
    if (error !== null) onError(error);
  });
}

const stopped = () => new AppError("index-busy", "The program stops; what was added is indexed when it starts again.");
