import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "../errors.ts";
import type { Draft } from "./draft.ts";
import { UnreadableFile } from "./parsed.ts";
import type { ReadingJob, ReadingReply } from "./reading-process.ts";
import { LIMITS, type Limit, READING_LIMITS, type ReadingLimits, tooMuch } from "./too-much.ts";

const PROGRAM = path.join(import.meta.dirname, "reading-process.ts");
const ENDS_AFTER_IDLE_MS = 2_000;

/** The reading process, kept while there is something to read, because starting one costs more than reading an article. */
let reader: Reader | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads one file as a draft, in a process of its own that is ended if it takes too much. Parsers are other people's code, and a
 * file may be made to hang them. @throws UnreadableFile; TooMuch; AppError corpus when no process can be started
 */
export function readApart(job: ReadingJob, limits: ReadingLimits = READING_LIMITS): Promise<Draft> {
  const reading = last.then(() => readNow(job, limits));
  last = reading.catch(() => {});
  return reading;
}

async function readNow(job: ReadingJob, limits: ReadingLimits): Promise<Draft> {
  const used = reader?.isAlive() === true && reader.limits === limits;
  let reply = await (used && reader !== null ? reader : restarted(limits)).read(job);
  // Memory left over from earlier files does not count against this one.
  if (used && reply.kind === "ended" && reply.limit !== "time") reply = await restarted(limits).read(job);
  if (reply.kind === "ended") throw tooMuch(reply.limit, limits);
  if (reply.kind === "unreadable") throw new UnreadableFile(reply.why, reply.reason);
  return reply.draft;
}

interface Ended {
  readonly kind: "ended";
  readonly limit: Limit;
}

interface Reader {
  readonly limits: ReadingLimits;
  isAlive(): boolean;
  read(job: ReadingJob): Promise<ReadingReply | Ended>;
  end(): void;
}

function restarted(limits: ReadingLimits): Reader {
  reader?.end();
  reader = start(limits);
  return reader;
}

function start(limits: ReadingLimits): Reader {
  const child = fork(PROGRAM, [JSON.stringify(limits)], {
    execArgv: [`--max-old-space-size=${limits.megabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc", "pipe"],
  });
  const told = child.stdio[4] as Readable;
  let limit = "";
  told.setEncoding("utf8").on("data", (word: string) => {
    limit += word;
  });
  const ready = Promise.withResolvers<void>();
  child.once("message", () => ready.resolve());
  child.once("error", ({ message }) => ready.reject(notStarted(message)));
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => {
      ready.reject(notStarted(`it ended with ${signal ?? `code ${code}`}`));
      resolve({ kind: "ended", limit: limitOf(limit, code, signal) });
    });
  });
  let idle: NodeJS.Timeout | undefined;
  return {
    limits,
    isAlive: () => child.connected,
    async read(job) {
      clearTimeout(idle);
      hold(child, told, "ref");
      await ready.promise;
      const reply = new Promise<ReadingReply>((resolve) => {
        child.once("message", (message) => resolve(message as ReadingReply));
      });
      // Where it cannot be sent, the process has ended, and that is told.
      child.send(job, () => {});
      try {
        return await Promise.race([reply, ended]);
      } finally {
        child.removeAllListeners("message");
        hold(child, told, "unref");
        idle = setTimeout(() => child.kill(), ENDS_AFTER_IDLE_MS).unref();
      }
    },
    end() {
      clearTimeout(idle);
      child.kill("SIGKILL");
    },
  };
}

/** While the process only waits, it must not keep this program from ending. */
function hold(child: ChildProcess, told: Readable, how: "ref" | "unref"): void {
  child[how]();
  child.channel?.[how]();
  (told as Readable & Partial<Record<"ref" | "unref", () => void>>)[how]?.();
}

/** The runtime aborts when its memory is used up; the system kills when it runs short itself. */
function limitOf(told: string, code: number | null, signal: NodeJS.Signals | null): Limit {
  const limit = LIMITS.find((name) => name === told);
  if (limit !== undefined) return limit;
  return signal === "SIGABRT" || signal === "SIGKILL" || code === 134 ? "memory" : "crash";
}

function notStarted(why: string): AppError {
  return new AppError("corpus", `The program that reads articles cannot be started (${why}). Close other programs.`);
}
