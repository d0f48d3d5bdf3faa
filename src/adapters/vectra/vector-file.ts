import { crc32 } from "node:zlib";
import { z } from "zod";
import { AppError } from "../../errors.ts";

/**
 * One block, written in one go: 7 bytes magic and the format's number, crc32 of all that follows (u32), header length
 * (u32), header as JSON, zeros up to a multiple of 64, then the vectors as little-endian float32 rows.
 */
const MAGIC = Buffer.from("FOOTVEC", "latin1");
const VERSION = 1;
const CRC_AT = 8;
const LENGTH_AT = 12;
const HEADER_AT = 16;
const ALIGNMENT = 64;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;
/** readFileSync takes no more than 2 GiB at once. */
const LARGEST_BYTES = 2 ** 31 - 1;

const Header = z.object({ dimensions: z.number().int().nonnegative(), ids: z.array(z.string()) });

export interface VectorItem {
  readonly id: string;
  readonly vector: ArrayLike<number>;
}

export interface VectorRows {
  readonly ids: readonly string[];
  readonly dimensions: number;
  /** `ids.length * dimensions` values, one row an id. */
  readonly matrix: Float32Array;
}

/** @throws AppError embedding-dimensions when the vectors differ in length, index-broken when there are too many */
export function encodeVectors(items: readonly VectorItem[]): Buffer {
  const dimensions = items[0]?.vector.length ?? 0;
  const header = Buffer.from(JSON.stringify({ dimensions, ids: items.map(({ id }) => id) }));
  const matrixAt = align(HEADER_AT + header.length);
  const bytes = matrixAt + items.length * dimensions * FLOAT_BYTES;
  if (bytes > LARGEST_BYTES) throw tooLarge(items.length, dimensions);
  const block = Buffer.from(new ArrayBuffer(bytes));
  MAGIC.copy(block);
  block.writeUInt8(VERSION, MAGIC.length);
  block.writeUInt32LE(header.length, LENGTH_AT);
  header.copy(block, HEADER_AT);
  fillRows(new Float32Array(block.buffer, matrixAt), items, dimensions);
  block.writeUInt32LE(crc32(block.subarray(LENGTH_AT)), CRC_AT);
  return block;
}

function fillRows(matrix: Float32Array, items: readonly VectorItem[], dimensions: number): void {
  for (const [row, { id, vector }] of items.entries()) {
    if (vector.length !== dimensions) {
      throw new AppError(
        "embedding-dimensions",
        `The vector of passage ${id} has ${vector.length} dimensions, the others ${dimensions}. Index with one embedding model.`,
      );
    }
    matrix.set(vector, row * dimensions);
  }
}

/** The matrix is a view into the block where the alignment allows it. @throws AppError index-broken */
export function decodeVectors(block: Buffer): VectorRows {
  if (block.length < HEADER_AT || !block.subarray(0, MAGIC.length).equals(MAGIC))
    throw broken("it does not start as one");
  const version = block.readUInt8(MAGIC.length);
  if (version !== VERSION) throw broken(`it has format ${version}, this program reads ${VERSION}`);
  if (block.readUInt32LE(CRC_AT) !== crc32(block.subarray(LENGTH_AT))) throw broken("its checksum does not hold");
  const headerEnd = HEADER_AT + block.readUInt32LE(LENGTH_AT);
  const { dimensions, ids } = readHeader(block.subarray(HEADER_AT, headerEnd));
  const matrixAt = align(headerEnd);
  const values = ids.length * dimensions;
  if (block.length !== matrixAt + values * FLOAT_BYTES) throw broken("it has the wrong length");
  return { ids, dimensions, matrix: floatsAt(block, matrixAt, values) };
}

function readHeader(bytes: Buffer): z.infer<typeof Header> {
  try {
    return Header.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw broken("its header cannot be read");
  }
}

function floatsAt(block: Buffer, offset: number, values: number): Float32Array {
  const start = block.byteOffset + offset;
  if (start % FLOAT_BYTES === 0) return new Float32Array(block.buffer, start, values);
  return new Float32Array(block.buffer.slice(start, start + values * FLOAT_BYTES));
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function broken(why: string): AppError {
  return new AppError("index-broken", `The vector file of the index is damaged: ${why}. Run npm run index again.`);
}

function tooLarge(count: number, dimensions: number): AppError {
  return new AppError(
    "index-broken",
    `${count} vectors of ${dimensions} dimensions make a file of more than 2 GiB, which cannot be read at once. Index a smaller folder or use a model with fewer dimensions.`,
  );
}
