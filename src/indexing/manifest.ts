import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Manifest } from "../ports.ts";

/** Raised whenever older programs could not read the files, or this one not the older files. */
export const FORMAT = 5;
export const MANIFEST_FILE = "manifest.json";

const Count = z.number().int().nonnegative();

const ManifestShape = z.object({
  format: z.literal(FORMAT),
  createdAt: z.string(),
  corpusDir: z.string(),
  corpusHash: z.string(),
  embedding: z.object({
    fingerprint: z.string(),
    dimensions: Count,
    calibration: z
      .object({
        centres: z.object({ zh: z.array(z.number()), en: z.array(z.number()) }),
        scale: z.number(),
        shift: z.number(),
      })
      .nullable()
      .default(null),
  }),
  versions: z.object({ splitter: z.string(), cleaner: z.string() }),
  counts: z.object({ articles: Count, passages: Count, sentences: Count, vectors: Count }),
  checksums: z.record(z.string(), z.string()),
});

/** Looked at first: a manifest of another format may have any other shape. */
const AnyFormat = z.object({ format: z.number().int() });

/** @throws AppError index-broken */
export function parseManifest(text: string): Manifest {
  const json = readJson(text);
  const format = AnyFormat.safeParse(json).data?.format;
  if (format !== undefined && format !== FORMAT) throw otherFormat(format);
  const parsed = ManifestShape.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new AppError("index-broken", `The index file ${MANIFEST_FILE} is damaged. Run npm run index again.`);
}

function otherFormat(format: number): AppError {
  const remedy = format > FORMAT ? "Update this program, or run npm run index again." : "Run npm run index again.";
  return new AppError(
    "index-broken",
    `The index has format ${format}, but this version of the program reads format ${FORMAT}. ${remedy}`,
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
