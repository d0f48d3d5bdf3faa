import { UnreadableFile } from "./parsed.ts";

/** What reading one file may take. */
export interface ReadingLimits {
  /** Processor time, so that a busy machine does not refuse files. */
  readonly seconds: number;
  /** Of memory of the process that reads. */
  readonly megabytes: number;
}

export const READING_LIMITS: ReadingLimits = { seconds: 20, megabytes: 512 };
/** Whoever waits for something that never comes uses no processor time: not this share of the limit in so many times the limit by the clock. */
export const STILL_AFTER = 6;
export const GETS_ON = 0.1;

export const LIMITS = ["time", "stillness", "memory", "crash"] as const;
export type Limit = (typeof LIMITS)[number];

/** A file whose reading was ended from outside. The same would happen the next time. */
export class TooMuch extends UnreadableFile {
  readonly limit: Limit;

  constructor(limit: Limit, reason: string) {
    super("too-much", reason);
    this.limit = limit;
  }
}

export function tooMuch(limit: Limit, { seconds, megabytes }: ReadingLimits): TooMuch {
  const reasons: Readonly<Record<Limit, string>> = {
    time: `takes more than ${seconds} s of processor time to read`,
    stillness: `stands still for more than ${seconds * STILL_AFTER} s while it is read`,
    memory: `takes more than ${megabytes} MB of memory to read`,
    crash: "brings the program down that reads it",
  };
  return new TooMuch(limit, `${reasons[limit]}; it is left out until it changes`);
}
