import type { IndexCodec, IndexData } from "vectra";
import { decodeVectors, encodeVectors } from "./vector-file.ts";

/** vectra appends this to "index". */
const EXTENSION = ".f32";
export const INDEX_FILE = `index${EXTENSION}`;

/**
 * Our vector file as vectra's own index format, so that vectra's tools open what the bot reads. Whole indexes are
 * written by serializeIndex alone: vectra's insertItem is quadratic. Metadata has no place in it; passages.db holds it.
 */
export const float32Codec: IndexCodec = {
  extension: EXTENSION,
  serializeIndex: (data) => encodeVectors(data.items),
  deserializeIndex(buffer): IndexData {
    const { ids, dimensions, matrix } = decodeVectors(buffer);
    const items = ids.map((id, row) => {
      const vector = Array.from(matrix.subarray(row * dimensions, (row + 1) * dimensions));
      return { id, vector, metadata: {}, norm: normOf(vector) };
    });
    return { version: 1, metadata_config: {}, items };
  },
  serializeCatalog: toJson,
  deserializeCatalog: fromJson,
  serializeMetadata: toJson,
  deserializeMetadata: fromJson,
};

function normOf(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function toJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function fromJson<T>(buffer: Buffer): T {
  return JSON.parse(buffer.toString("utf8")) as T;
}
