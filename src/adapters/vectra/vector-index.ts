import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PassageId } from "../../domain.ts";
import type { VectorHit, VectorIndex } from "../../ports.ts";
import { float32Codec, INDEX_FILE } from "./codec.ts";
import { decodeVectors } from "./vector-file.ts";

export { INDEX_FILE } from "./codec.ts";

/** Writes a folder that vectra's LocalIndex opens with our codec. */
export function writeVectors(folder: string, items: readonly { readonly id: PassageId; readonly vector: Float32Array }[]): void {
  const data = { version: 1, metadata_config: {}, items: items.map(({ id, vector }) => ({ id, vector: vector as unknown as number[], metadata: {}, norm: 1 })) };
  writeFileSync(path.join(folder, INDEX_FILE), float32Codec.serializeIndex(data));
}

/** The vectors in one typed array, scanned whole: exact, and without loading vectra (127 MB). @throws AppError index-broken */
export function openVectors(folder: string): VectorIndex {
  const { ids, dimensions, matrix } = decodeVectors(readFileSync(path.join(folder, INDEX_FILE)));
  const rowOf = new Map(ids.map((id, row) => [id as PassageId, row]));
  const row = (id: PassageId) => {
    const at = rowOf.get(id);
    return at === undefined ? null : matrix.subarray(at * dimensions, (at + 1) * dimensions);
  };
  return {
    size: ids.length,
    dimensions,
    vector: row,
    score(query, id) {
      const vector = row(id);
      return vector === null ? null : dot(query, vector, 0);
    },
    search(query, limit, among) {
      const best: VectorHit[] = [];
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] as PassageId;
        if (among !== undefined && !among.has(id)) continue;
        const score = dot(query, matrix, at * dimensions);
        if (best.length < limit || score > (best.at(-1)?.score ?? 0)) insert(best, { id, score }, limit);
      }
      return best;
    },
  };
}

function insert(best: VectorHit[], hit: VectorHit, limit: number): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((best[middle]?.score ?? 0) >= hit.score) low = middle + 1;
    else high = middle;
  }
  best.splice(low, 0, hit);
  if (best.length > limit) best.pop();
}

/** Four running sums let the processor overlap the multiplications. */
function dot(query: Float32Array, matrix: Float32Array, offset: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const end = query.length & ~3;
  for (let i = 0; i < end; i += 4) {
    a += (query[i] as number) * (matrix[offset + i] as number);
    b += (query[i + 1] as number) * (matrix[offset + i + 1] as number);
    c += (query[i + 2] as number) * (matrix[offset + i + 2] as number);
    d += (query[i + 3] as number) * (matrix[offset + i + 3] as number);
  }
  for (let i = end; i < query.length; i++) a += (query[i] as number) * (matrix[offset + i] as number);
  return a + b + c + d;
}
