import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { LocalIndex, ProtobufCodec } from "vectra";
import { describe, expect, it } from "vitest";
import { decodeVectors } from "../../../src/adapters/vectra/read-vectors.ts";
import { INDEX_FILE, openVectors } from "../../../src/adapters/vectra/vector-index.ts";
import { writeVectors } from "../../../src/adapters/vectra/write-vectors.ts";
import type { PassageId } from "../../../src/domain.ts";
import { passageId } from "../../support/articles.ts";
import { bareEnv } from "../../support/programs.ts";
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

async function folderWith(vectors: readonly Float32Array[]): Promise<string> {
  const folder = temporaryFolder();
  await writeVectors(folder, itemsOf(vectors));
  return folder;
}

describe("the folder is a vectra index", () => {
  const dimensions = 50;
  const codec = new ProtobufCodec();

  it("vectra lists the items, and finds the same top 10 as our scan", async () => {
    const vectors = someVectors(2_500, dimensions);
    const folder = await folderWith(vectors);
    const theirs = new LocalIndex(folder, undefined, undefined, codec);
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

  it("written in blocks, it holds what vectra's codec writes at once", async () => {
    const folder = await folderWith(someVectors(2_500, 8));
    const blocks = codec.deserializeIndex(readFileSync(path.join(folder, INDEX_FILE)));
    expect(codec.deserializeIndex(codec.serializeIndex(blocks))).toEqual(blocks);
    expect(blocks.items).toHaveLength(2_500);
  });

  it("what vectra itself writes, we read", async () => {
    const folder = temporaryFolder();
    const theirs = new LocalIndex(folder, undefined, undefined, codec);
    await theirs.createIndex({ version: 1, metadata_config: { indexed: ["kind"] } });
    await theirs.insertItem({ id: "p-0", vector: [0.6, 0.8], metadata: { kind: "a", page: 3, isNew: true } });
    expect(openVectors(folder).search(Float32Array.of(0, 1), 1)).toEqual([
      { id: "p-0", score: expect.closeTo(0.8, 6) },
    ]);
  });

  it("vectra's own command tells what is in it", async () => {
    const folder = await folderWith(someVectors(12, 5));
    const command = path.join(import.meta.dirname, "../../../node_modules/vectra/bin/vectra.js");
    const told = execFileSync(process.execPath, [command, "stats", folder], { encoding: "utf8", env: bareEnv() });
    expect(told).toMatch(/items\W+12\b|chunks\W+12\b/);
  });

  it("the bot does not load vectra", () => {
    const file = path.join(import.meta.dirname, "../../../src/wiring.ts");
    const script = `await import(${JSON.stringify(file)}); const { createRequire } = await import("node:module");
      console.log(Object.keys(createRequire(${JSON.stringify(file)}).cache).some((name) => name.includes("vectra")));`;
    const args = ["--input-type=module", "-e", script];
    expect(execFileSync(process.execPath, args, { encoding: "utf8", env: bareEnv() }).trim()).toBe("false");
  });
});

describe("reading the bytes of vectra's codec", () => {
  const codec = new ProtobufCodec();
  const float = fc.float({ noNaN: true, noDefaultInfinity: true });
  const metadata = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean()));
  const index = fc.nat({ max: 40 }).chain((dimensions) =>
    fc.array(
      fc.record({
        id: fc.string({ unit: "binary" }).filter((id) => id.isWellFormed()),
        vector: fc.array(float, { minLength: dimensions, maxLength: dimensions }),
        metadata,
        norm: fc.double({ noNaN: true }),
        metadataFile: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
  );
  const bytesOf = (items: Parameters<typeof codec.serializeIndex>[0]["items"]) =>
    codec.serializeIndex({ version: 1, metadata_config: { indexed: ["a"] }, items });

  it("gives the ids and vectors that vectra's codec gives, whatever else stands there", () => {
    fc.assert(
      fc.property(index, (items) => {
        const bytes = bytesOf(items as Parameters<typeof bytesOf>[0]);
        const theirs = codec.deserializeIndex(bytes).items;
        const { ids, dimensions, matrix } = decodeVectors(bytes);
        expect(ids).toEqual(theirs.map(({ id }) => id));
        expect(dimensions).toBe(theirs[0]?.vector.length ?? 0);
        expect(Array.from(matrix)).toEqual(theirs.flatMap(({ vector }) => vector));
      }),
    );
  });

  it("never reads beyond what is there, however the bytes are broken", () => {
    fc.assert(
      fc.property(index, fc.nat(), fc.nat({ max: 255 }), fc.nat(), (items, at, byte, cut) => {
        const bytes = Buffer.from(bytesOf(items as Parameters<typeof bytesOf>[0]));
        if (bytes.length === 0) return;
        bytes[at % bytes.length] = byte;
        const broken = bytes.subarray(0, cut % (bytes.length + 1));
        try {
          const { ids, dimensions, matrix } = decodeVectors(broken);
          expect(matrix).toHaveLength(ids.length * dimensions);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe("the scan", () => {
  const vectors = someVectors(200, 13);
  const query = someVectors(1, 13, 3)[0] ?? new Float32Array(13);

  it.each([0, 1, 7, 200, 500])("gives the best %i as a full sort does", async (limit) => {
    const index = openVectors(await folderWith(vectors));
    const cosines = itemsOf(vectors).map(({ id, vector }) => ({
      id,
      score: vector.reduce((sum, v, i) => sum + v * (query[i] ?? 0), 0),
    }));
    const sorted = cosines.sort((a, b) => b.score - a.score).slice(0, limit);
    expect(index.search(query, limit).map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  it("among some passages gives what the whole scan gives of them, equal scores in the same order", async () => {
    const twins = vectors.flatMap((vector) => [vector, vector]);
    const index = openVectors(await folderWith(twins));
    const among = new Set<PassageId>([311, 310, 5, 4, 90].map((n) => passageId("p", n)).concat(passageId("absent")));
    expect(index.search(query, 4, among)).toEqual(
      index
        .search(query, 400)
        .filter(({ id }) => among.has(id))
        .slice(0, 4),
    );
  });

  it("knows single vectors and scores, and which passages have none", async () => {
    const index = openVectors(await folderWith(vectors));
    const id = passageId("p", 42);
    expect(index.vector(id)).toEqual(vectors[42]);
    expect(index.score(query, id)).toBe(index.search(query, 200).find((hit) => hit.id === id)?.score);
    expect([index.vector(passageId("absent")), index.score(query, passageId("absent"))]).toEqual([null, null]);
    expect([index.size, index.dimensions]).toEqual([200, 13]);
  });

  it("an empty index finds nothing", async () =>
    expect(openVectors(await folderWith([])).search(query, 5)).toEqual([]));

  it("refuses a question of other dimensions", async () => {
    const index = openVectors(await folderWith(vectors));
    const wrong = expect.objectContaining({ code: "embedding-dimensions", message: expect.stringMatching(/12 .*13/) });
    expect(() => index.search(new Float32Array(12), 5)).toThrow(wrong);
    expect(() => index.score(new Float32Array(12), passageId("p"))).toThrow(wrong);
  });

  it("refuses to write vectors of two lengths", async () => {
    const items = itemsOf([new Float32Array(3), new Float32Array(4)]);
    const folder = temporaryFolder();
    await expect(writeVectors(folder, items)).rejects.toMatchObject({ code: "embedding-dimensions" });
    expect(existsSync(path.join(folder, INDEX_FILE))).toBe(false);
  });
});

describe("a damaged file", () => {
  const broken = expect.objectContaining({ code: "index-broken", message: expect.stringContaining("npm run index") });

  it.each([
    ["cut off in an id", (bytes: Buffer) => bytes.subarray(0, 10)],
    ["cut off by one row", (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ["longer than it says", (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(4, 0xff)])],
    ["another kind of file", () => Buffer.from('{"version":1,"items":[]}')],
  ])("%s is refused", async (_, change) => {
    const folder = await folderWith(someVectors(3, 5));
    const file = path.join(folder, INDEX_FILE);
    writeFileSync(file, change(readFileSync(file)));
    expect(() => openVectors(folder)).toThrow(broken);
  });

  it("missing is refused", () => expect(() => openVectors(temporaryFolder())).toThrow(broken));

  it("with vectors of two lengths is refused", () => {
    const items = [[1], [1, 0]].map((vector, n) => ({ id: `${n}`, vector, norm: 1, metadata: {} }));
    const bytes = new ProtobufCodec().serializeIndex({ version: 1, metadata_config: {}, items });
    expect(() => decodeVectors(bytes)).toThrow(/differ in length/);
  });
});
