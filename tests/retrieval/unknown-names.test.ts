import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readQuestion } from "../../src/questions/read.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../src/temporary-index.ts";
import { builtInModels } from "../../src/wiring.ts";

const CORPUS = path.join(import.meta.dirname, "..", "..", "corpus", "articles");
const models = builtInModels();
let index: TemporaryIndex;
beforeAll(async () => {
  index = await openTemporaryIndex(CORPUS, models);
});
afterAll(() => index.close());

const look = (words: string) =>
  retrieve(readQuestion(words, new Date("2026-01-01")), { ...index.snapshot, ...models }, 12);

describe("names that no article has", () => {
  it.each([
    { words: "RTX 5090的功耗是多少瓦？", unknown: ["RTX 5090"] },
    { words: "ＮＡＳＡ和etcd有什么关系？", unknown: ["etcd"] },
    { words: "NASA发现了什么？", unknown: [] },
    { words: "NASA 2023年发现了什么？", unknown: [] },
    { words: "Ashton的小组用的是什么望远镜？", unknown: [] },
    { words: "Ashtom 的小组用的是什么望远镜？", unknown: [] },
    { words: "港珠澳大桥有多长？", unknown: [] },
    { words: "Who removed the handle of the Broad Street pump?", unknown: [] },
  ])("$words", async ({ words, unknown }) => {
    expect((await look(words)).unknownNames).toEqual(unknown);
  });

  it("make an answer unlikely", async () => {
    const [known, unknown] = await Promise.all([look("港珠澳大桥有多长？"), look("Golden Gate大桥有多长？")]);
    expect(unknown.evidence).toBeLessThan(known.evidence);
  });

  it("are not sought in English where Chinese passages were found: there they have another name", async () => {
    expect((await look("How many moons does Saturn have according to Mr Zyxwvut?")).unknownNames).toEqual([]);
  });
});
