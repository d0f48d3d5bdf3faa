import { readFileSync } from "node:fs";
import { AppError } from "../../errors.ts";

export interface VectorRows {
  readonly ids: readonly string[];
  readonly dimensions: number;
  /** `ids.length * dimensions` values, one row an id. */
  readonly matrix: Float32Array;
}

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;
/** How a field is written: its number and its wire type, as in vectra's schemas/index.proto. */
const ITEM = field(3, 2);
const ITEM_ID = field(1, 2);
const ITEM_VECTOR = field(3, 2);

/** Where an item's vector lies, in bytes. */
interface Item {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The ids and vectors of a file of vectra's ProtobufCodec, without vectra, which takes 0.4 s and 140 MB to load. Ids and
 * packed vectors are looked at, and everything else is stepped over. @throws AppError index-broken
 */
export function readVectors(file: string): VectorRows {
  try {
    return decodeVectors(readFileSync(file));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError("index-broken", `The index file ${file} cannot be read (${detail}). Run npm run index again.`, {
      cause: error,
    });
  }
}

/** @throws RangeError when the bytes are no such file, or its vectors differ in length */
export function decodeVectors(bytes: Buffer): VectorRows {
  const items = readItems(bytes);
  const rowBytes = items[0] === undefined ? 0 : items[0].end - items[0].start;
  if (rowBytes % FLOAT_BYTES !== 0) throw new RangeError("a vector ends within a value");
  const dimensions = rowBytes / FLOAT_BYTES;
  const matrix = new Float32Array(items.length * dimensions);
  const target = new Uint8Array(matrix.buffer);
  for (const [row, { start, end }] of items.entries()) {
    if (end - start !== rowBytes) throw new RangeError("its vectors differ in length");
    target.set(bytes.subarray(start, end), row * rowBytes);
  }
  return { ids: items.map(({ id }) => id), dimensions, matrix };
}

function readItems(bytes: Buffer): Item[] {
  const items: Item[] = [];
  eachField(bytes, 0, bytes.length, (tag, start, end) => {
    if (tag === ITEM) items.push(readItem(bytes, start, end));
  });
  return items;
}

function readItem(bytes: Buffer, from: number, to: number): Item {
  let item: Item = { id: "", start: from, end: from };
  eachField(bytes, from, to, (tag, start, end) => {
    if (tag === ITEM_ID) item = { ...item, id: bytes.toString("utf8", start, end) };
    if (tag === ITEM_VECTOR) item = { ...item, start, end };
  });
  return item;
}

function field(number: number, wireType: number): number {
  return (number << 3) | wireType;
}

/** Walks over the fields of one message; `start` and `end` are where a field's own bytes lie. */
function eachField(
  bytes: Buffer,
  from: number,
  to: number,
  visit: (tag: number, start: number, end: number) => void,
): void {
  for (let at = from; at < to; ) {
    const tag = readVarint(bytes, at);
    const { start, end } = extentOf(bytes, tag.value, tag.end);
    if (end > to) throw new RangeError("it is cut off");
    visit(tag.value, start, end);
    at = end;
  }
}

function extentOf(bytes: Buffer, tag: number, at: number): { readonly start: number; readonly end: number } {
  switch (tag & 7) {
    case 0:
      return { start: at, end: readVarint(bytes, at).end };
    case 1:
      return { start: at, end: at + 8 };
    case 2: {
      const length = readVarint(bytes, at);
      return { start: length.end, end: length.end + length.value };
    }
    case 5:
      return { start: at, end: at + 4 };
    default:
      throw new RangeError("it is no protobuf file");
  }
}

/** Seven bits a byte, the lowest first; a set top bit says that more follow. */
function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let factor = 1, i = at; i < at + 10; i++, factor *= 128) {
    const byte = bytes[i];
    if (byte === undefined) throw new RangeError("it is cut off");
    value += (byte & 127) * factor;
    if (byte < 128) return { value, end: i + 1 };
  }
  throw new RangeError("it is no protobuf file");
}
