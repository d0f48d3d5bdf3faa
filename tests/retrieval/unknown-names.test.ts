import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readQuestion } from "../../src/questions/read.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { builtInModels } from "../../src/wiring.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../tools/evaluation/temporary-index.ts";

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

  it.each([
    ["How many moons does Saturn have?", "How many moons does Saturn have according to Zyxwvut?"],
    ["Who built the Zhaozhou Bridge?", "Who built the Qvvmtrx Bridge near Zhaozhou?"],
  ])(
    "in English cap the evidence of Chinese passages without telling it is not there: %s, %s",
    async (known, strange) => {
      const [plain, other] = await Promise.all([look(known), look(strange)]);
      expect(other.unknownNames).toEqual([]);
      expect(other.evidence).toBeLessThan(0.6);
      expect(other.evidence).toBeLessThanOrEqual(Math.max(0.59, plain.evidence));
    },
  );

  it("in Chinese are not sought among so few articles that common words are missing as well", async () => {
    expect((await look("祖冲之三号有多少个量子比特？")).unknownNames).toEqual([]);
  });
});
