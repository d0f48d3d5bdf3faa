import type { IndexCodec, IndexData } from "vectra";
import { decodeVectors, encodeVectors } from "./vector-file.ts";

/** vectra appends this to "index". */
export const EXTENSION = ".f32";
export const INDEX_FILE = `index${EXTENSION}`;

/**
 * Our vector file as vectra's own index format, so that vectra's tools open what the bot reads. Its insertItem is
 * quadratic and its files are rewritten in place, so whole indexes are written by serializeIndex alone.
 */
export const float32Codec: IndexCodec = {
  extension: EXTENSION,
  serializeIndex(data) {
    const dimensions = data.items[0]?.vector.length ?? 0;
    const matrix = new Float32Array(data.items.length * dimensions);
    for (const [row, item] of data.items.entries()) matrix.set(item.vector, row * dimensions);
    return encodeVectors({ ids: data.items.map((item) => item.id), dimensions, matrix });
  },
  deserializeIndex(buffer): IndexData {
    const { ids, dimensions, matrix } = decodeVectors(buffer);
    const items = ids.map((id, row) => {
      const vector = Array.from(matrix.subarray(row * dimensions, (row + 1) * dimensions));
      return { id, vector, metadata: {}, norm: Math.hypot(...vector) };
    });
    return { version: 1, metadata_config: {}, items };
  },
  serializeCatalog: toJson,
  deserializeCatalog: fromJson,
  serializeMetadata: toJson,
  deserializeMetadata: fromJson,
};

function toJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function fromJson<T>(buffer: Buffer): T {
  return JSON.parse(buffer.toString("utf8")) as T;
}
