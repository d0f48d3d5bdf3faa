import type { Calibration, VectorIndex } from "../ports.ts";

/** The same vectors with their cosines on the built-in table's scale, for which fusion and evidence have their weights. */
export function calibratedVectors(vectors: VectorIndex, { centre, scale, shift }: Calibration): VectorIndex {
  const adjuster = (query: Float32Array) => {
    const common = query.reduce((sum, value, i) => sum + value * (centre[i] ?? 0), 0);
    return (cosine: number) => scale * (cosine - common) + shift;
  };
  return {
    size: vectors.size,
    dimensions: vectors.dimensions,
    search(query, limit, among) {
      const adjust = adjuster(query);
      return vectors.search(query, limit, among).map(({ id, score }) => ({ id, score: adjust(score) }));
    },
    score(query, id) {
      const cosine = vectors.score(query, id);
      return cosine === null ? null : adjuster(query)(cosine);
    },
    vector: (id) => vectors.vector(id),
  };
}
