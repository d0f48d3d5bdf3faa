import { closeSync, openSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { getHeapStatistics } from "node:v8";
import type { PassageId } from "../../domain.ts";
import { AppError } from "../../errors.ts";
import { INDEX_FILE, openVectors } from "./vector-index.ts";

export interface PassageVector {
  readonly id: PassageId;
  readonly vector: Float32Array;
}

/** Items that vectra's codec turns into bytes at once: it holds them several times over. */
const BLOCK = 1_000;
/** A file is read in one go, which takes no more than 2 GiB. */
const LARGEST_BYTES = 2 ** 31 - 1;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;
/** vectra holds an open file about nine times over, as lists of JavaScript numbers. */
const ROOM_PER_BYTE = 12;
const QUERIES = 3;
const BEST = 10;
/** vectra adds up in another order. */
const TOLERANCE = 1e-5;

/**
 * Writes a vectra index: blocks by vectra's own codec, one after the other, which is one message as protobuf has it.
 * vectra itself is loaded only here, where an index is made. @throws AppError embedding-dimensions, index-broken
 */
export async function writeVectors(folder: string, items: readonly PassageVector[]): Promise<void> {
  requireOneLength(items);
  const { ItemSelector, ProtobufCodec } = await import("vectra");
  const codec = new ProtobufCodec();
  const handle = openSync(path.join(folder, INDEX_FILE), "w");
  try {
    for (let at = 0; at === 0 || at < items.length; at += BLOCK) {
      const block = items.slice(at, at + BLOCK).map(({ id, vector }) => {
        const values = Array.from(vector);
        return { id, metadata: {}, vector: values, norm: ItemSelector.normalize(values) };
      });
      writeWhole(handle, codec.serializeIndex({ version: 1, metadata_config: {}, items: block }));
    }
  } finally {
    closeSync(handle);
  }
  await checkByVectra(folder, items);
}

/**
 * Opens the file as any vectra tool does, and asks: it must hold all vectors and find what the bot's own scan finds. Of
 * equal scores either may come first. What vectra cannot open in this process's memory is only counted by the bot's
 * own reader. @throws AppError index-broken
 */
async function checkByVectra(folder: string, items: readonly PassageVector[]): Promise<void> {
  const ours = openVectors(folder);
  if (ours.size !== items.length) throw unlike(`holds ${ours.size} vectors instead of ${items.length}`);
  if (statSync(path.join(folder, INDEX_FILE)).size * ROOM_PER_BYTE > getHeapStatistics().heap_size_limit) return;
  const { LocalIndex, ProtobufCodec } = await import("vectra");
  const theirs = new LocalIndex(folder, INDEX_FILE, undefined, new ProtobufCodec());
  const { items: count } = await theirs.getIndexStats();
  if (count !== items.length) throw unlike(`holds ${count} vectors by vectra, instead of ${items.length}`);
  for (let n = 0; n < Math.min(QUERIES, items.length); n++) {
    const { vector } = items[Math.floor((n * items.length) / QUERIES)] as PassageVector;
    const found = ours.search(vector, BEST);
    const expected = await theirs.queryItems(Array.from(vector), "", BEST);
    const isSame = expected.every(
      ({ item, score }, rank) =>
        isNear(found[rank]?.score, score) && isNear(ours.score(vector, item.id as PassageId), score),
    );
    if (!isSame || found.length !== expected.length) throw unlike("gives other results by vectra");
  }
}

function isNear(a: number | null | undefined, b: number): boolean {
  return typeof a === "number" && Math.abs(a - b) < TOLERANCE;
}

function unlike(what: string): AppError {
  return new AppError("index-broken", `The new vector file ${what}; the old index stays. Run npm run index again.`);
}

function writeWhole(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

function requireOneLength(items: readonly PassageVector[]): void {
  const dimensions = items[0]?.vector.length ?? 0;
  const other = items.find(({ vector }) => vector.length !== dimensions);
  if (other !== undefined) {
    throw new AppError(
      "embedding-dimensions",
      `The vector of passage ${other.id} has ${other.vector.length} dimensions, the others ${dimensions}. Index with one embedding model.`,
    );
  }
  if (items.length * dimensions * FLOAT_BYTES > LARGEST_BYTES * 0.95) {
    throw new AppError(
      "index-broken",
      `${items.length} vectors of ${dimensions} dimensions make a file of more than 2 GiB, which cannot be read at once. Index a smaller folder or use a model with fewer dimensions.`,
    );
  }
}
