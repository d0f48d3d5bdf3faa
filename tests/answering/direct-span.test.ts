import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { directSpan } from "../../src/answering/direct-span.ts";
import type { Claim } from "../../src/domain.ts";
import { readQuestion } from "../../src/questions/read.ts";
import { builtInModels } from "../../src/wiring.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../tools/evaluation/temporary-index.ts";

const CORPUS = path.join(import.meta.dirname, "..", "..", "corpus", "articles");
const models = builtInModels();
let index: TemporaryIndex;
beforeAll(async () => {
  index = await openTemporaryIndex(CORPUS, models);
});
afterAll(() => index.close());

it.each([
  { words: "港珠澳大桥的设计使用寿命是多少年？", span: /120年/ },
  { words: "港珠澳大桥有多长？", span: null },
  { words: "When was smallpox declared eradicated?", span: /1980/ },
  { words: "为什么赵州桥的肩膀上有小拱？", span: null },
  { words: "How many moons does Saturn have?", span: null },
  { words: "嫦娥六号是什么时候着陆的？", span: null },
  { words: "港珠澳大桥和赵州桥分别是哪一年建成的？", span: null },
])("$words → $span", async ({ words, span }) => {
  const answer = await ask(readQuestion(words, new Date("2026-01-01")), { ...index.snapshot, ...models, chat: null });
  if (answer.kind !== "closest") throw new Error(`it ${answer.kind}`);
  if (span === null) expect(answer.direct).toBeNull();
  else expect(answer.direct?.text).toMatch(span);
  expect(answer.claims.some(({ text }) => text.includes(answer.direct?.text ?? ""))).toBe(true);
});

describe("what a span may be", () => {
  const deps = () => ({ ...index.snapshot, ...models });
  const spanIn = (question: string, sentence: string) => {
    const citation = { sentence: { ordinal: 0, span: { start: 0, end: sentence.length }, text: sentence } };
    const claim = { text: sentence, citations: [citation], mark: "verbatim" } as unknown as Claim;
    return directSpan(readQuestion(question, new Date("2026-01-01")), [claim], deps())?.text ?? null;
  };

  it.each([
    ["这座桥花了多少钱？", "这座桥花了三亿元。", "三亿元"],
    ["土星有多少颗卫星？", "土星有145颗卫星。", "145颗"],
    ["卫星的比例是多少？", "卫星的比例是35%。", "35%"],
  ])("%s “%s” → %s", (question, sentence, span) => expect(spanIn(question, sentence)).toContain(span));

  it.each([
    ["宋某一共有几次盗窃？", "宋某盗窃一案编为第020号。"],
    ["这张钞票的面额是多少？", "这张钞票的面额见28号柜台。"],
    ["这家公司有多少员工？", "这家公司是最大的公司之一一个很有名的地方。"],
    ["这家公司估值多少？", "这家公司的估值见 https://example.com/p/20231100 。"],
    ["这款模型有多少参数？", "这款模型的参数见 https://example.com/p/20231100。"],
    ["How many moons does Saturn have?", "Saturn has 145 moons."],
  ])("%s “%s” → none", (question, sentence) => expect(spanIn(question, sentence)).toBeNull());
});
