import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../src/adapters/system-clock.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import { type RunningBot, runBot } from "../../src/bot/run-bot.ts";
import { loadConfig } from "../../src/config.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { indexCorpus, type OpenLibrary, openLibrary, openModels } from "../../src/wiring.ts";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";

const ANN = 42;
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-e2e-"));
const corpusDir = path.join(import.meta.dirname, "..", "..", "corpus", "articles");
const configWith = (env: Record<string, string>) =>
  loadConfig({ DATA_DIR: dataDir, CORPUS_DIR: corpusDir, ALLOWED_USERS: String(ANN), ...env });

let telegram: BotApiServer;
let model: ModelServer;
let open: OpenLibrary;
let running: RunningBot;

beforeAll(async () => {
  const config = configWith({});
  await indexCorpus(config, await openModels(config), corpusDir);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

beforeEach(async () => {
  telegram = await startBotApiServer();
  model = await startModelServer();
});
afterEach(async () => {
  await running.stop();
  open.close();
  const { violations } = telegram;
  await telegram.stop();
  await model.stop();
  expect(violations).toEqual([]);
});

async function start(env: Record<string, string> = {}): Promise<void> {
  const config = configWith(env);
  open = openLibrary(config, await openModels(config), silent);
  const deps = { library: open.library, state: open.state, clock: systemClock, logger: silent, access: config.access };
  running = await runBot(createBot(telegram.token, deps, { apiRoot: telegram.apiRoot }), deps);
}

const withModel = () => ({ OPENAI_BASE_URL: model.baseUrl, CHAT_MODEL: "test-model" });
const botTexts = (chat: number) =>
  telegram
    .history(chat)
    .filter((message) => message.from?.is_bot === true)
    .map((message) => message.text ?? "");

async function ask(text: string, chat = ANN): Promise<string> {
  const before = botTexts(chat).length;
  telegram.sendText(text, { from: chat, chat });
  await telegram.waitFor(() => botTexts(chat).length > before, 10_000);
  return botTexts(chat).at(-1) ?? "";
}

/** The key that the prompt gave to the sentence which holds these words. */
function keyOf(words: string, prompt: string): string {
  const line = prompt.split("\n").find((each) => each.includes(words));
  return /^\[([^\]]+)\]/.exec(line ?? "")?.[1] ?? "none";
}

const promptOf = (request: { readonly body: { readonly messages?: readonly { readonly content: string }[] } }) =>
  request.body.messages?.at(-1)?.content ?? "";

describe("a question in Telegram, without a model", () => {
  it.each([
    ["赵州桥是谁主持建造的？", "由隋代工匠李春主持建造", "最相关的原文"],
    ["Who removed the handle of the Broad Street pump?", "had the handle removed the next day", "Closest passages"],
  ])("%s is answered with the closest sentences, cited", async (question, sentence, heading) => {
    await start();
    const answer = await ask(question);
    expect(answer).toContain(heading);
    expect(answer).toContain(sentence);
    expect(answer).toMatch(/\[1\][\s\S]*(来源|Sources)\n\[1\] /);
  });

  it("says so when the articles do not say, and lists no sources", async () => {
    await start();
    const answer = await ask("zzgr qwpx vbnm");
    expect(answer).toContain("The articles do not say.");
    expect(answer).not.toMatch(/\[1\]|Sources/);
    expect(open.state.gaps(5)[0]).toMatchObject({ question: "zzgr qwpx vbnm", times: 1 });
  });

  it("summarises an article by its title", async () => {
    await start();
    expect(await ask("/summary 都江堰为什么没有坝")).toContain("都江堰为什么没有坝");
  });

  it.each([
    ["赵州桥是谁主持建造的？", "由隋代工匠李春主持建造"],
    ["Who removed the handle of the Broad Street pump?", "had the handle removed the next day"],
  ])("offers passages to pick from in another chat: %s", async (question, sentence) => {
    await start();
    const query = telegram.askInline(question, ANN);
    const { results } = await telegram.waitFor(() => telegram.inlineAnswer(query), 10_000);
    expect(results).toHaveLength(5);
    const texts = results.map(({ id }) => telegram.chooseInline(query, id, { from: ANN, chat: -5 }).text ?? "");
    expect(texts.some((text) => text.includes(sentence))).toBe(true);
    expect(new Set(texts).size).toBe(5);
  });

  it("offers nothing in another chat when the articles do not say", async () => {
    await start();
    const query = telegram.askInline("qqzx wvvk jjpf", ANN);
    const { results, button } = await telegram.waitFor(() => telegram.inlineAnswer(query), 10_000);
    expect(results).toEqual([]);
    expect(button?.text).toContain("The articles do not say");
    expect(open.state.gaps(5).map(({ question }) => question)).not.toContain("qqzx wvvk jjpf");
  });

  it("gives a stranger one line with the id", async () => {
    await start();
    expect(await ask("hello", 777)).toContain("777");
    expect(botTexts(777)).toHaveLength(1);
  });
});

describe("a question in Telegram, with a model", () => {
  it("shows what the check let through, and the sentence itself in place of what it refuted", async () => {
    await start(withModel());
    model.reply = (request) => {
      const key = keyOf("李春主持建造", promptOf(request));
      return JSON.stringify({
        claims: [
          { cites: [key], text: "赵州桥由隋代工匠李春主持建造，约在605年前后完工。" },
          { cites: [key], text: "赵州桥约在705年前后完工。" },
          { cites: ["a2a.1"], text: "赵州桥是铁做的。" },
        ],
        missing: "",
      });
    };
    const answer = await ask("赵州桥是谁建的？");
    expect(answer).toContain(
      "李春主持建造，约在605年前后完工。[1] 「它由隋代工匠李春主持建造，大约在公元605年前后完工。」[1]",
    );
    expect(answer).toContain("1 条未通过核对，已略去");
    expect(Object.fromEntries(open.state.outcomes(null))).toMatchObject({
      answered: expect.any(Number),
      "mark-matches": expect.any(Number),
      "mark-sentence": expect.any(Number),
      "dropped-unknown-key": expect.any(Number),
    });
    for (const everShown of [answer, ...telegram.drafts(ANN).map((draft) => draft.text)])
      expect(everShown).not.toMatch(/705|铁做的/);
  });

  it("quotes the passages, and says so, where no claim passes", async () => {
    await start(withModel());
    model.reply = () => JSON.stringify({ claims: [{ cites: ["a2a.1"], text: "I'm a cat." }], missing: "" });
    const answer = await ask("赵州桥是谁建的？");
    expect(answer).toContain("都未通过核对");
    expect(answer).not.toContain("cat");
  });

  it.each([
    ["500", "模型服务没有响应"],
    ["401", "模型服务拒绝了访问"],
    ["429", "模型服务现在太忙"],
  ] as const)("tells a failure %s in words, and quotes what it has", async (fault, words) => {
    await start(withModel());
    model.fault = fault;
    const answer = await ask("赵州桥是谁建的？");
    expect(answer).toMatch(/^最相关的原文[\s\S]*赵州桥/);
    expect(answer).toContain(words);
    expect(answer).not.toMatch(/127\.0\.0\.1|Error|\bat \w+/);
  });

  it("keeps what was checked when the stream is cut", async () => {
    await start(withModel());
    model.reply = (request) => {
      const key = keyOf("李春主持建造", promptOf(request));
      const claims = [
        { cites: [key], text: "赵州桥由隋代工匠李春主持建造。" },
        ...Array.from({ length: 3 }, () => ({ cites: [key], text: "它横跨在洨河上，很长很长的一句话。" })),
      ];
      return JSON.stringify({ claims, missing: "" });
    };
    model.fault = "cut";
    const answer = await ask("赵州桥是谁建的？");
    expect(answer).toContain("李春主持建造");
    expect(answer).toContain(sayIn("zh")("cut"));
  });
});
