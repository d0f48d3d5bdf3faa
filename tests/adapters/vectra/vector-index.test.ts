import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LocalIndex } from "vectra";
import { describe, expect, it } from "vitest";
import { float32Codec, INDEX_FILE } from "../../../src/adapters/vectra/codec.ts";
import { openVectors, writeVectors } from "../../../src/adapters/vectra/vector-index.ts";
import type { PassageId } from "../../../src/domain.ts";
import { passageId } from "../../support/articles.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Unit vectors that are the same in every run (a linear congruential generator). */
function someVectors(count: number, dimensions: number, seed = 7): Float32Array[] {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 - 0.5;
  };
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, next);
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  });
}

const itemsOf = (vectors: readonly Float32Array[]) => vectors.map((vector, n) => ({ id: passageId("p", n), vector }));

function folderWith(vectors: readonly Float32Array[]): string {
  const folder = temporaryFolder();
  writeVectors(folder, itemsOf(vectors));
  return folder;
}

describe("vectra reads our folder", () => {
  const dimensions = 50;

  it("lists the items, and finds the same top 10 as our scan", async () => {
    const vectors = someVectors(500, dimensions);
    const folder = folderWith(vectors);
    const theirs = new LocalIndex(folder, undefined, undefined, float32Codec);
    const ours = openVectors(folder);
    expect(await theirs.isIndexCreated()).toBe(true);
    const listed = await theirs.listItems();
    expect(listed.map(({ id, vector }) => ({ id, vector: Float32Array.from(vector) }))).toEqual(itemsOf(vectors));
    for (const query of someVectors(20, dimensions, 99)) {
      const expected = await theirs.queryItems(Array.from(query), "", 10);
      const found = ours.search(query, 10);
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ item }) => item.id));
      for (const [rank, { score }] of found.entries())
        expect(score).toBeCloseTo(expected[rank]?.score ?? Number.NaN, 5);
    }
  });

  it("and what vectra writes by our codec, we read", async () => {
    const folder = temporaryFolder();
    const theirs = new LocalIndex(folder, undefined, undefined, float32Codec);
    await theirs.createIndex({ version: 1 });
    await theirs.insertItem({ id: "p-0", vector: [0.6, 0.8] });
    expect(openVectors(folder).search(Float32Array.of(0, 1), 1)).toEqual([
      { id: "p-0", score: expect.closeTo(0.8, 6) },
    ]);
  });

  it("the bot does not load vectra", () => {
    const file = path.join(import.meta.dirname, "../../../src/adapters/vectra/vector-index.ts");
    const script = `await import(${JSON.stringify(file)}); const { createRequire } = await import("node:module");
      console.log(Object.keys(createRequire(${JSON.stringify(file)}).cache).some((name) => name.includes("vectra")));`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).trim()).toBe(
      "false",
    );
  });
});

describe("the scan", () => {
  const vectors = someVectors(200, 13);
  const query = someVectors(1, 13, 3)[0] ?? new Float32Array(13);

  it.each([0, 1, 7, 200, 500])("gives the best %i as a full sort does", (limit) => {
    const index = openVectors(folderWith(vectors));
    const cosines = itemsOf(vectors).map(({ id, vector }) => ({
      id,
      score: vector.reduce((sum, v, i) => sum + v * (query[i] ?? 0), 0),
    }));
    const sorted = cosines.sort((a, b) => b.score - a.score).slice(0, limit);
    expect(index.search(query, limit).map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  it("among some passages gives what the whole scan gives of them, equal scores in the same order", () => {
    const twins = vectors.flatMap((vector) => [vector, vector]);
    const index = openVectors(folderWith(twins));
    const among = new Set<PassageId>([311, 310, 5, 4, 90].map((n) => passageId("p", n)).concat(passageId("absent")));
    expect(index.search(query, 4, among)).toEqual(
      index
        .search(query, 400)
        .filter(({ id }) => among.has(id))
        .slice(0, 4),
    );
  });

  it("knows single vectors and scores, and which passages have none", () => {
    const index = openVectors(folderWith(vectors));
    const id = passageId("p", 42);
    expect(index.vector(id)).toEqual(vectors[42]);
    expect(index.score(query, id)).toBe(index.search(query, 200).find((hit) => hit.id === id)?.score);
    expect([index.vector(passageId("absent")), index.score(query, passageId("absent"))]).toEqual([null, null]);
    expect([index.size, index.dimensions]).toEqual([200, 13]);
  });

  it("an empty index finds nothing", () => expect(openVectors(folderWith([])).search(query, 5)).toEqual([]));

  it("refuses a question of other dimensions", () => {
    const index = openVectors(folderWith(vectors));
    const wrong = expect.objectContaining({ code: "embedding-dimensions", message: expect.stringMatching(/12 .*13/) });
    expect(() => index.search(new Float32Array(12), 5)).toThrow(wrong);
    expect(() => index.score(new Float32Array(12), passageId("p"))).toThrow(wrong);
  });

  it("refuses to write vectors of two lengths", () => {
    const items = itemsOf([new Float32Array(3), new Float32Array(4)]);
    expect(() => writeVectors(temporaryFolder(), items)).toThrow(
      expect.objectContaining({ code: "embedding-dimensions" }),
    );
  });
});

describe("a damaged file", () => {
  const broken = expect.objectContaining({ code: "index-broken", message: expect.stringContaining("npm run index") });
  const damage = (change: (bytes: Buffer) => Buffer) => {
    const folder = folderWith(someVectors(3, 5));
    const file = path.join(folder, INDEX_FILE);
    writeFileSync(file, change(readFileSync(file)));
    return folder;
  };

  it("with any one byte flipped is refused", () => {
    const folder = folderWith(someVectors(3, 5));
    const file = path.join(folder, INDEX_FILE);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      expect(() => float32Codec.deserializeIndex(bytes), `byte ${at}`).toThrow(broken);
    }
  });

  it.each([
    ["empty", () => Buffer.alloc(0)],
    ["cut off in the header", (bytes: Buffer) => bytes.subarray(0, 20)],
    ["cut off by one row", (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ["longer than it says", (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(4)])],
    ["another kind of file", () => Buffer.from('{"version":1,"items":[]}')],
  ])("%s is refused", (_, change) => expect(() => openVectors(damage(change))).toThrow(broken));

  it("missing is refused", () => expect(() => openVectors(temporaryFolder())).toThrow(broken));

  it("reads from any place in memory", () => {
    const bytes = readFileSync(path.join(folderWith(someVectors(3, 5)), INDEX_FILE));
    const shifted = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1);
    expect(float32Codec.deserializeIndex(shifted)).toEqual(float32Codec.deserializeIndex(bytes));
  });
});
