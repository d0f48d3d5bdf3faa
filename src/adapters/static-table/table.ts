import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../../errors.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary.ts";

/** sha256 of the two large files, in hex. */
export interface Checksums {
  readonly table: string;
  readonly vocabulary: string;
}

const COMMITTED: Checksums = {
  table: "08b02b6c5a9e50594f5b0ed62df28b6b53fc2cfd01780fdfd0cd2c30aff45cfa",
  vocabulary: "32869b0425c6b9ac84d1ba3d7a342e57f36249bf3174d27535f9a04347aaaf7a",
};
export const ASSETS_DIR = path.join(import.meta.dirname, "assets");

const Meta = z.object({
  dim: z.number().int().positive(),
  bits: z.literal(4),
  maxz: z.number().int().positive(),
  t2s: z.string(),
});

/** The table as it lies on disk: values stay packed at 4 bits (11.5 MB) and are unpacked token by token. */
export interface StaticTable {
  readonly dimensions: number;
  /** `dimensions / 2` bytes a token, two values a byte, low half first, value + 8. */
  readonly packed: Uint8Array;
  /** One factor a token. */
  readonly scales: Float32Array;
  readonly vocabulary: Vocabulary;
}

/** @throws AppError index-broken when a file is missing or has the wrong size, checksum or form. */
export function readStaticTable(folder: string = ASSETS_DIR, checksums: Checksums = COMMITTED): StaticTable {
  const bytes = readVerified(path.join(folder, "table.bin"), checksums.table);
  const tokens = readVerified(path.join(folder, "vocab.txt"), checksums.vocabulary).toString("utf8").split("\n");
  const meta = readMeta(path.join(folder, "meta.json"));
  const packedBytes = (tokens.length * meta.dim) / 2;
  return {
    dimensions: meta.dim,
    packed: bytes.subarray(0, packedBytes),
    scales: new Float32Array(bytes.buffer.slice(bytes.byteOffset + packedBytes, bytes.byteOffset + bytes.length)),
    vocabulary: readVocabulary(tokens, [...meta.t2s]),
  };
}

function readVerified(file: string, sha256: string): Buffer {
  const bytes = readAsset(file);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found === sha256) return bytes;
  throw damaged(file, `${bytes.length} bytes, sha256 ${found.slice(0, 12)}…, expected ${sha256.slice(0, 12)}…`);
}

function readMeta(file: string): z.infer<typeof Meta> {
  const text = readAsset(file).toString("utf8");
  try {
    return Meta.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(file, `${text.length} characters that are not its facts`, cause);
  }
}

function readAsset(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw damaged(file, cause instanceof Error && "code" in cause ? String(cause.code) : String(cause), cause);
  }
}

function damaged(file: string, detail: string, cause?: unknown): AppError {
  const name = path.basename(file);

  return new AppError(
    "index-broken",
    `The built-in embedding file ${name} is damaged (${detail}). Check the project out again.`,
    { cause },
  );
}
