import path from "node:path";
import type { PassageId } from "../../domain.ts";
import { dot } from "../../dot.ts";
import { AppError } from "../../errors.ts";
import type { VectorHit, VectorIndex } from "../../ports.ts";
import { readVectors } from "./read-vectors.ts";

/** The name by which vectra knows an index of its ProtobufCodec. */
export const INDEX_FILE = "index.pb";

/** The vectors in one typed array, scanned whole: exact, and without loading vectra. @throws AppError index-broken */
export function openVectors(folder: string): VectorIndex {
  const { ids, dimensions, matrix } = readVectors(path.join(folder, INDEX_FILE));
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const scoreRow = (query: Float32Array, row: number) => dot(query, matrix, row * dimensions);
  const requireLength = (query: Float32Array) => {
    if (ids.length > 0 && query.length !== dimensions) throw wrongLength(query.length, dimensions);
  };
  return {
    size: ids.length,
    dimensions,
    vector(id) {
      const row = rowOf.get(id);
      return row === undefined ? null : matrix.subarray(row * dimensions, (row + 1) * dimensions);
    },
    score(query, id) {
      requireLength(query);
      const row = rowOf.get(id);
      return row === undefined ? null : scoreRow(query, row);
    },
    search(query, limit, among) {
      requireLength(query);
      const best: VectorHit[] = [];
      const consider = (id: string, row: number) =>
        keepBest(best, { id: id as PassageId, score: scoreRow(query, row) }, limit);
      if (among === undefined) for (const [row, id] of ids.entries()) consider(id, row);
      else for (const row of rowsOf(among, rowOf)) consider(ids[row] ?? "", row);
      return best;
    },
  };
}

/** In the order of the file, as a whole scan meets them, so that equal scores rank alike. */
function rowsOf(among: ReadonlySet<PassageId>, rowOf: ReadonlyMap<string, number>): number[] {
  return [...among].flatMap((id) => rowOf.get(id) ?? []).sort((a, b) => a - b);
}

/** Keeps `best` sorted, the largest first, and no longer than `limit`; of equal scores the earlier stays ahead. */
function keepBest(best: VectorHit[], hit: VectorHit, limit: number): void {
  const last = best[limit - 1];
  if (limit <= 0 || (last !== undefined && hit.score <= last.score)) return;
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

function wrongLength(found: number, expected: number): AppError {
  return new AppError(
    "embedding-dimensions",
    `The question's vector has ${found} dimensions, the index ${expected}. Use the embedding model of the index, or run npm run index again.`,
  );
}
