import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createBot } from "../../src/bot/create-bot.ts";
import { runBot } from "../../src/bot/run-bot.ts";
import { loadConfig } from "../../src/config.ts";
import { openCurrentSnapshot } from "../../src/indexing/open-snapshot.ts";
import { builtInModels, indexCorpus, openLibrary, snapshotIo } from "../../src/wiring.ts";
import { type BotApiServer, startBotApiServer } from "../telegram-server/server.ts";
import { type SlowModel, startSlowModel } from "./slow-model.ts";

export interface LoadStage {
  readonly telegram: BotApiServer;
  readonly model: SlowModel;
  /** Of the Chinese articles, newest first. */
  readonly titles: readonly string[];
  stop(): Promise<void>;
}

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
const TITLES = 200;

/** The bot as it runs, open to everybody, over an index of these articles, with a model that is slow. */
export async function openLoadStage(articlesDir: string, answerMs: number): Promise<LoadStage> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-load-"));
  const model = await startSlowModel(answerMs);
  const telegram = await startBotApiServer();
  const config = loadConfig({
    DATA_DIR: dataDir,
    CORPUS_DIR: articlesDir,
    OPENAI_BASE_URL: model.baseUrl,
    CHAT_MODEL: "slow",
    ALLOWED_USERS: "*",
  });
  const models = builtInModels();
  await indexCorpus(config, models, articlesDir);
  const snapshot = openCurrentSnapshot(dataDir, snapshotIo);
  const cards = snapshot.store.list(0, TITLES).filter(({ language }) => language === "zh");
  snapshot.close();
  const open = openLibrary(config, models, SILENT);
  const { library, state } = open;
  const deps = { library, state, clock: { now: () => new Date() }, logger: SILENT, access: config.access };
  const running = await runBot(createBot(telegram.token, deps, { apiRoot: telegram.apiRoot }), deps);
  return {
    telegram,
    model,
    titles: cards.map(({ title }) => title),
    async stop() {
      await running.stop();
      open.close();
      await telegram.stop();
      await model.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
