import type { Embedder, SentenceEncoder } from "../../ports.ts";
import { readStaticTable, type StaticTable } from "./table.ts";
import { tokenise } from "./tokenise.ts";

/** The default embedder: no key, no network, no native code. */
export type StaticEmbedder = Embedder & SentenceEncoder;

export function createStaticEmbedder(table: StaticTable = readStaticTable()): StaticEmbedder {
  const encode = (text: string) => embed(table, text);
  return {
    fingerprint: "static-e5-zh-en-384@1",
    dimensions: table.dimensions,
    encode,
    weigh: (word) => lengthOf(sum(table, word)),
    embedPassages: async (texts) => texts.map(encode),
    embedQuery: async (text) => encode(text),
  };
}

/** Unit vector of sum over distinct tokens of (1 + ln count) * scale * values; null when no token is known. */
function embed(table: StaticTable, text: string): Float32Array | null {
  const vector = sum(table, text);
  const length = lengthOf(vector);
  if (length === 0) return null;
  const factor = 1 / length;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * factor;
  return vector;
}

function sum(table: StaticTable, text: string): Float32Array {
  const counts = new Map<number, number>();
  for (const id of tokenise(table.vocabulary, text)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const vector = new Float32Array(table.dimensions);
  for (const [id, count] of counts) addToken(table, vector, id, (table.scales[id] ?? 0) * (1 + Math.log(count)));
  return vector;
}

function addToken({ packed, dimensions }: StaticTable, vector: Float32Array, id: number, factor: number): void {
  const half = dimensions >> 1;
  const offset = id * half;
  for (let i = 0, at = 0; i < half; i++, at += 2) {
    const byte = packed[offset + i] as number;
    vector[at] = (vector[at] as number) + factor * ((byte & 15) - 8);
    vector[at + 1] = (vector[at + 1] as number) + factor * ((byte >> 4) - 8);
  }
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += (vector[i] as number) ** 2;
  return Math.sqrt(squares);
}
