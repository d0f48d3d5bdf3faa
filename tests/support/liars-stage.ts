import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { systemClock } from "../../src/adapters/system-clock.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import type { LivePaces } from "../../src/bot/live/live-answer.ts";
import { type RunningBot, runBot } from "../../src/bot/run-bot.ts";
import { loadConfig } from "../../src/config.ts";
import { openCurrentSnapshot } from "../../src/indexing/open-snapshot.ts";
import { indexCorpus, type OpenLibrary, openLibrary, openModels, snapshotIo } from "../../src/wiring.ts";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { createLiar, folded, type Liar, type Sent } from "./liars.ts";
import { type Cuts, type ModelRequest, type ModelServer, startModelServer } from "./model-server.ts";
import { keepExam } from "./passed-exam.ts";

/** At once, for its answers are quick. */
const PACES: LivePaces = {
  draft: { firstAfterMs: 0, everyMs: 5, renewAfterMs: null },
  placeholder: { firstAfterMs: 0, everyMs: 5, renewAfterMs: null },
};

export const ANN = 42;
export const GROUP = -100_500;
const PATIENCE_MS = 30_000;
const corpusDir = path.join(import.meta.dirname, "..", "..", "corpus", "articles");
const silent = { info: () => {}, warn: () => {}, error: () => {} };

const JUDGE = "judge";
/** `perfect`: it refuses every lie and nothing else. */
export type StageJudge = "none" | "perfect";

/** The bot as it runs, over the sample articles, with a model that lies over a real stream. */
export function liarsStage() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-liars-"));
  let model: ModelServer;
  let telegram: BotApiServer;
  let open: OpenLibrary;
  let running: RunningBot;
  let told: Sent[] = [];
  let refused: string[] = [];

  /** Reads numbered claims as the judge is shown them. */
  const judge = (prompt: string): string => {
    const verdicts = [...prompt.matchAll(/^Claim (\d+): (.+)$/gm)].map(([, number, text = ""]) => {
      const isLie = told.some((sent) => sent.kind === "lie" && folded(sent.text) === folded(text));
      if (isLie) refused.push(text);
      return [`claim${number}`, isLie ? "not supported" : "supported"];
    });
    return JSON.stringify(Object.fromEntries(verdicts));
  };

  beforeAll(async () => {
    const config = loadConfig({ DATA_DIR: dataDir, CORPUS_DIR: corpusDir });
    await indexCorpus(config, await openModels(config), corpusDir);
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  afterEach(async () => {
    await running.stop();
    open.close();
    await telegram.stop();
    await model.stop();
    expect(telegram.violations).toEqual([]);
  });

  const said = (chat: number) => telegram.history(chat).filter((message) => message.from?.is_bot === true);
  return {
    async start(lieClasses: readonly string[], cuts: Cuts, asked: StageJudge = "none"): Promise<Liar> {
      told = [];
      refused = [];
      telegram = await startBotApiServer();
      model = await startModelServer();
      model.cuts = cuts;
      const env = { DATA_DIR: dataDir, CORPUS_DIR: corpusDir, OPENAI_BASE_URL: model.baseUrl, CHAT_MODEL: "liar" };
      const judging = asked === "none" ? { JUDGE: "off" } : { JUDGE: "on", JUDGE_MODEL: JUDGE };
      const config = loadConfig({ ...env, ...judging, ALLOWED_USERS: String(ANN) });
      keepExam(config, JUDGE);
      open = openLibrary(config, await openModels(config), silent);
      const { library, state } = open;
      state.allow(GROUP, null);
      const deps = { library, state, clock: systemClock, logger: silent, access: config.access };
      running = await runBot(createBot(telegram.token, deps, { apiRoot: telegram.apiRoot, paces: PACES }), deps);
      const snapshot = openCurrentSnapshot(dataDir, snapshotIo);
      const liar = createLiar(snapshot.store, lieClasses);
      snapshot.close();
      return liar;
    },
    /** Asks, and gives what the model sent and the answer as the person reads it. */
    async ask(
      liar: Liar,
      question: string,
      chat: number,
    ): Promise<{ readonly sent: readonly Sent[]; readonly answer: string }> {
      let sent: readonly Sent[] = [];
      model.reply = (request) => {
        if (request.body.model === JUDGE) return judge(promptOf(request));
        const reply = liar.reply(promptOf(request));
        sent = reply.sent;
        told.push(...sent);
        return reply.json;
      };
      const before = said(chat).length;
      telegram.sendText(chat === GROUP ? `/ask ${question}` : question, { from: ANN, chat });
      await telegram.waitFor(() => said(chat).length > before && !isUnderWay(said(chat).at(-1)?.text), PATIENCE_MS);
      return {
        sent,
        answer: said(chat)
          .slice(before)
          .map(({ text }) => text ?? "")
          .join("\n"),
      };
    },
    /** Every text that ever left the bot, in messages, drafts and edits. */
    everSeen: (): string => {
      const texts = telegram.calls.flatMap(({ params }) => [params["text"], params["caption"]]);
      const drafts = [ANN, GROUP].flatMap((chat) => telegram.drafts(chat).map(({ text }) => text));
      return folded([...texts, ...drafts].filter((text) => typeof text === "string").join("\n"));
    },
    cut(cuts: Cuts): void {
      model.cuts = cuts;
    },
    drafts: () => telegram.drafts(ANN).length,
    /** All that the model ever sent. */
    told: (): readonly Sent[] => told,
    /** The lies that only the judge kept back. */
    refused: (): readonly string[] => refused,
    outcomes: () => open.state.outcomes(null),
  };
}

const promptOf = ({ body }: ModelRequest): string => body.messages?.at(-1)?.content ?? "";

/** A placeholder, or a preview of some claims. */
const isUnderWay = (text = "") => text.endsWith("…");

/** Lies of the sent ones that were seen, and how many of the true ones were. */
export function readSeen(sent: readonly Sent[], seen: string) {
  const isSeen = ({ text }: Sent) => seen.includes(folded(text));
  return {
    lies: sent
      .filter(({ kind }) => kind === "lie")
      .filter(isSeen)
      .map(({ text }) => text),
    truths: sent.filter(({ kind }) => kind === "truth").filter(isSeen).length,
  };
}
