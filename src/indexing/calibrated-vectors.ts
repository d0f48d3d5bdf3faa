import type { PassageId } from "../domain.ts";
import { dot } from "../dot.ts";
import type { Calibration, PassageStore, VectorIndex } from "../ports.ts";

/**
 * The same vectors with their cosines on the built-in table's scale, for which fusion and evidence have their weights.
 * Twice as many are looked at as asked for: a model that favours the question's language would hide the other's best.
 */
export function calibratedVectors(plain: VectorIndex, calibration: Calibration, store: PassageStore): VectorIndex {
  const { scale, shift } = calibration;
  const zh = Float32Array.from(calibration.centres.zh);
  const en = Float32Array.from(calibration.centres.en);
  const chinese = store.passagesIn("zh");
  const adjuster = (query: Float32Array) => {
    const common = { zh: dot(query, zh), en: dot(query, en) };
    return (cosine: number, id: PassageId) => scale * (cosine - common[chinese.has(id) ? "zh" : "en"]) + shift;
  };
  return {
    size: plain.size,
    dimensions: plain.dimensions,
    search(query, limit, among) {
      const hits = plain.search(query, 2 * limit, among);
      const adjust = adjuster(query);
      const adjusted = hits.map(({ id, score }) => ({ id, score: adjust(score, id) }));
      return adjusted.sort((a, b) => b.score - a.score).slice(0, limit);
    },
    score(query, id) {
      const cosine = plain.score(query, id);
      if (cosine === null) return null;
      return adjuster(query)(cosine, id);
    },
    vector: (id) => plain.vector(id),
  };
}
