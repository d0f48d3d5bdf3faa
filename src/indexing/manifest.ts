import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Manifest } from "../ports.ts";

export const FORMAT = 1;
export const MANIFEST_FILE = "manifest.json";

const ManifestShape = z.object({
  format: z.number().int(),
  createdAt: z.string(),
  corpusDir: z.string(),
  corpusHash: z.string(),
  embedding: z.object({ fingerprint: z.string(), dimensions: z.number().int() }),
  versions: z.object({ splitter: z.string(), cleaner: z.string() }),
  counts: z.object({ articles: z.number(), passages: z.number(), sentences: z.number(), vectors: z.number() }),
  checksums: z.record(z.string(), z.string()),
});

/** @throws AppError index-broken */
export function parseManifest(text: string): Manifest {
  const parsed = ManifestShape.safeParse(readJson(text));
  if (!parsed.success) throw new AppError("index-broken", "The index has a damaged manifest. Run npm run index again.");
  if (parsed.data.format !== FORMAT) {
    throw new AppError("index-broken", `The index has format ${parsed.data.format}, this version reads ${FORMAT}. Run npm run index again.`);
  }
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
