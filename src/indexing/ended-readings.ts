import { createHash } from "node:crypto";
import { readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { CLEANER_VERSION, type EndedReadings } from "../articles/load.ts";
import { LIMITS, READING_LIMITS, TooMuch } from "../articles/too-much.ts";
import { writeDurably } from "./durable.ts";

const FILE = "ended-readings.json";
const MOST_KEPT = 1_000;
/** Another reader, or another limit, tries again. */
const READER = `${CLEANER_VERSION} ${READING_LIMITS.seconds} s ${READING_LIMITS.megabytes} MB`;

const Kept = z.object({
  reader: z.literal(READER),
  files: z.array(z.tuple([z.string(), z.object({ limit: z.enum(LIMITS), reason: z.string() })])),
});

/** What DATA_DIR remembers of files whose reading had to be ended; written at once, so that a crash forgets nothing. */
export function openEndedReadings(dataDir: string): EndedReadings {
  const file = path.join(dataDir, FILE);
  const known = new Map(readKept(file));
  return {
    recall(extension, bytes) {
      const found = known.size === 0 ? undefined : known.get(keyOf(extension, bytes));
      return found === undefined ? null : new TooMuch(found.limit, found.reason);
    },
    keep(extension, bytes, { limit, message }) {
      known.set(keyOf(extension, bytes), { limit, reason: message });
      const files = [...known].slice(-MOST_KEPT);
      writeDurably(`${file}.new`, JSON.stringify({ reader: READER, files }));
      renameSync(`${file}.new`, file);
    },
  };
}

function readKept(file: string): z.infer<typeof Kept>["files"] {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, "utf8"))).files;
  } catch {
    return [];
  }
}

const keyOf = (extension: string, bytes: Uint8Array): string =>
  createHash("sha256").update(`${extension}\n`).update(bytes).digest("hex");
