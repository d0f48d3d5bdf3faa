import { describe, expect, it } from "vitest";
import type { PassageId } from "../../src/domain.ts";
import { calibrate } from "../../src/indexing/calibrate.ts";
import { calibratedVectors } from "../../src/indexing/calibrated-vectors.ts";
import type { Embedder, PassageStore, SentenceEncoder, VectorIndex } from "../../src/ports.ts";
import { anArticle, stored } from "../support/articles.ts";
import { aCorpus, countingEmbedder } from "./setup.ts";

const WORDS = ["bridge", "salt", "lamp", "river", "tower", "ferry", "canal", "mill", "gate", "dune"];
/** A direction a word, and what all texts have in common, in the last place. */
const encode = (text: string, common: number) => {
  const vector = Float32Array.from([...WORDS, ""], (word) => (word === "" ? common : text.includes(word) ? 1 : 0));
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};
const referenceEncoder: Pick<SentenceEncoder, "encode"> = { encode: (text) => encode(text, 0.01) };
const foreignModel: Embedder = {
  ...countingEmbedder("crowded@1"),
  dimensions: WORDS.length + 1,
  embedPassages: async (texts) => texts.map((text) => encode(text, 3)),
  embedQuery: async (text) => encode(text, 3),
};
const articles = WORDS.map((word, i) =>
  stored(anArticle({ id: word, title: word, body: `The ${word} and the ${WORDS[(i + 3) % WORDS.length]}.` })),
);
const vectors = articles.flatMap(({ article, passages }) =>
  passages.map(({ passage }) => ({ id: passage.id, vector: encode(`${article.title} ${passage.text}`, 3) })),
);

function indexOf(items: typeof vectors): VectorIndex {
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const vector = (id: PassageId) => items.find((item) => item.id === id)?.vector ?? null;
  const score = (query: Float32Array, id: PassageId) => {
    const found = vector(id);
    return found === null ? null : dot(query, found);
  };
  const search: VectorIndex["search"] = (query, limit) =>
    items
      .map(({ id, vector: each }) => ({ id, score: dot(query, each) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  return { size: items.length, dimensions: WORDS.length + 1, search, score, vector };
}

const store = { passagesIn: () => new Set() } as unknown as PassageStore;

describe("calibration of a foreign embedder", () => {
  it("brings cosines that crowd together onto the scale of the reference encoder, in the same order", async () => {
    const calibration = await calibrate(articles, vectors, foreignModel, referenceEncoder);
    if (calibration === null) throw new Error("no calibration");
    const plain = indexOf(vectors);
    const calibrated = calibratedVectors(plain, calibration, store);
    const query = encode("salt", 3);
    const [before, after] = [plain.search(query, 10), calibrated.search(query, 10)];
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(before.at(-1)?.score).toBeGreaterThan(0.7);
    expect(after.at(-1)?.score).toBeLessThan(0.3);
    expect(after[0]?.score).toBeGreaterThan((after.at(-1)?.score ?? 1) + 0.3);
    for (const { id, score } of after) expect(calibrated.score(query, id)).toBeCloseTo(score, 6);
  });

  it("leaves a passage without a vector without a score", async () => {
    const calibration = { centres: { zh: [], en: [] }, scale: 2, shift: 1 };
    expect(
      calibratedVectors(indexOf(vectors), calibration, store).score(encode("salt", 3), "none" as PassageId),
    ).toBeNull();
  });

  it("says nothing from too few articles, or from a model that tells nothing apart", async () => {
    expect(await calibrate(articles.slice(0, 2), vectors, foreignModel, referenceEncoder)).toBeNull();
    const same = vectors.map(({ id }) => ({ id, vector: encode("", 1) }));
    const dull: Embedder = { ...foreignModel, embedQuery: async () => encode("", 1) };
    expect(await calibrate(articles, same, dull, referenceEncoder)).toBeNull();
  });

  it("is kept in the manifest, and not made for the reference encoder itself", async () => {
    const corpus = aCorpus();
    const both = { ...countingEmbedder(), encode: () => null };
    await corpus.build(both, { referenceEncoder: both });
    expect(corpus.open().manifest.embedding.calibration).toBeNull();
    for (const [i, word] of WORDS.entries())
      corpus.write(
        `${word}.md`,
        `# ${word}\n\nThe ${word} stands by the ${WORDS[(i + 3) % WORDS.length]}, as old people say.\n`,
      );
    await corpus.build(foreignModel, { referenceEncoder });
    const snapshot = corpus.open();
    expect(snapshot.manifest.embedding.calibration?.centres.en).toHaveLength(WORDS.length + 1);
    expect(snapshot.manifest.embedding.calibration?.scale).toBeGreaterThan(1);
    snapshot.close();
  });
});
