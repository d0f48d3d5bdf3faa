import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { readQuestion } from "../../src/questions/read.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../src/temporary-index.ts";
import { builtInModels } from "../../src/wiring.ts";

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
