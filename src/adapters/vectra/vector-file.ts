import { crc32 } from "node:zlib";
import { z } from "zod";
import { AppError } from "../../errors.ts";

/**
 * One block, written in one go: 8 bytes magic with the format's number, crc32 of all that follows (u32), header length
 * (u32), header as JSON, zeros up to a multiple of 64, then the vectors as little-endian float32 rows.
 */
const MAGIC = Buffer.from("FOOTVEC\u0001", "latin1");
const HEADER_AT = 16;
const ALIGNMENT = 64;

const Header = z.object({
  dimensions: z.number().int().nonnegative(),
  ids: z.array(z.string()),
});

export interface VectorRows {
  readonly ids: readonly string[];
  readonly dimensions: number;
  /** `ids.length * dimensions` values, one row an id. */
  readonly matrix: Float32Array;
}

export function encodeVectors(rows: VectorRows): Buffer {
  const header = Buffer.from(JSON.stringify({ dimensions: rows.dimensions, ids: rows.ids }));
  const matrixAt = align(HEADER_AT + header.length);
  const block = Buffer.alloc(matrixAt + rows.matrix.byteLength);
  MAGIC.copy(block, 0);
  block.writeUInt32LE(header.length, 12);
  header.copy(block, HEADER_AT);
  block.set(new Uint8Array(rows.matrix.buffer, rows.matrix.byteOffset, rows.matrix.byteLength), matrixAt);
  block.writeUInt32LE(crc32(block.subarray(12)), 8);
  return block;
}

/** @throws AppError index-broken */
export function decodeVectors(block: Buffer): VectorRows {
  if (block.length < HEADER_AT || !block.subarray(0, 8).equals(MAGIC)) throw broken("it does not start as one");
  if (block.readUInt32LE(8) !== crc32(block.subarray(12))) throw broken("its checksum does not hold");
  const headerLength = block.readUInt32LE(12);
  const { dimensions, ids } = Header.parse(JSON.parse(block.toString("utf8", HEADER_AT, HEADER_AT + headerLength)));
  const matrixAt = align(HEADER_AT + headerLength);
  if (block.length !== matrixAt + ids.length * dimensions * 4) throw broken("it has the wrong length");
  const bytes = block.buffer.slice(block.byteOffset + matrixAt, block.byteOffset + block.length);
  return { ids, dimensions, matrix: new Float32Array(bytes) };
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function broken(why: string): AppError {
  return new AppError("index-broken", `The vector file of the index is damaged: ${why}. Run npm run index again.`);
}
