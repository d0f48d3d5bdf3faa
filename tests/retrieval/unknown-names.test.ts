import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RetrievedPassage } from "../../src/domain.ts";
import type { PassageStore } from "../../src/ports.ts";
import { readQuestion } from "../../src/questions/read.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { unknownNames } from "../../src/retrieval/unknown-names.ts";
import { distinctTerms } from "../../src/text/terms.ts";
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

describe("Chinese names among many articles", () => {
  const told = ["武汉的司机赛跑时吃了一根萝卜", "他又快跑起来", "法律诉讼的费用", "最新的产品"];
  const known = new Map(told.flatMap((text) => distinctTerms(text).map((term) => [term, 1] as const)));
  const store = {
    passagesIn: () => new Set(Array.from({ length: 2_000 }, (_, at) => at)),
    documentFrequency: (words: readonly string[]) => new Map(words.map((word) => [word, known.get(word) ?? 0])),
    searchTerms: () => [],
    passages: () => [],
  } as unknown as PassageStore;
  const foundIn = (text: string) =>
    [{ passage: { text, language: "zh" }, article: { title: "" } }] as unknown as readonly RetrievedPassage[];
  const namesOf = (words: string, text: string) =>
    unknownNames(readQuestion(words, new Date("2026-01-01")), foundIn(text), { store, encoder: models.encoder });

  it.each([
    ["罗永浩最新的产品叫什么？", "最新的产品", ["罗永浩"]],
    ["王楚钦拿了几块金牌？", "最新的产品", ["王楚钦"]],
    ["祖冲之三号有多少个量子比特？", "最新的产品", ["祖冲之三号"]],
    ["萝卜快跑在武汉有多少辆车？", "最新的产品", ["萝卜快跑"]],
    ["萝卜快跑在武汉有多少辆车？", "他吃了萝卜又快跑起来", []],
    ["打官司要花多少钱？", "律师上了法庭，官司输了", []],
    ["最新的产品卖多少钱？", "最新的产品", []],
  ])("%s over %s", (words, text, names) => {
    expect(namesOf(words, text).names).toEqual(names);
  });

  it.each([
    ["What does Zyxwvut say about its latest funding round?", true],
    ["What does ClickHouse say about its latest funding round?", false],
    ["What does McKinsey say about its latest funding round?", true],
  ])("%s may be translated: %s", (words, mayBe) => {
    expect(namesOf(words, "最新的产品").mayBeTranslated).toBe(mayBe);
  });
});
