import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Message } from "grammy/types";
import { systemClock } from "../../../src/adapters/system-clock.ts";
import { createBot } from "../../../src/bot/create-bot.ts";
import { type RunningBot, runBot } from "../../../src/bot/run-bot.ts";
import { type Config, loadConfig } from "../../../src/config.ts";
import { indexCorpus, indexInThisProcess, type OpenLibrary, openLibrary, openModels } from "../../../src/wiring.ts";
import { type BotApiServer, startBotApiServer } from "../../../tools/telegram-server/server.ts";

const CORPUS = path.join(import.meta.dirname, "..", "..", "..", "corpus", "articles");
const PATIENCE_MS = 30_000;
/** Documents that are sent together come within this time, on a busy machine too. */
const TOGETHER_MS = 500;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The whole program over the sample articles, with no key and nobody allowed, on a Bot API server of its own. */
export interface FirstDayStage {
  readonly server: BotApiServer;
  readonly deps: Parameters<typeof createBot>[1];
  /** The bot's messages of that chat that were not given before, once there are that many. */
  next(chat: number, count: number): Promise<readonly Message[]>;
  until<T>(look: () => T | null | undefined | false): Promise<T>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function openFirstDay(): Promise<FirstDayStage> {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-first-day-"));
  const config = loadConfig({ DATA_DIR: folder, CORPUS_DIR: CORPUS });
  await indexCorpus(config, await openModels(config), CORPUS);
  const server = await startBotApiServer();
  let bot = await startBot(config, server);
  const given = new Map<number, number>();
  const heard = (chat: number) => server.history(chat).filter(({ from, via_bot }) => from?.is_bot && !via_bot);
  const until = <T>(look: () => T | null | undefined | false) => server.waitFor(look, PATIENCE_MS);
  return {
    server,
    deps: bot.deps,
    until,
    async next(chat, count) {
      const before = given.get(chat) ?? 0;
      await until(() => heard(chat).length >= before + count);
      given.set(chat, before + count);
      return heard(chat).slice(before, before + count);
    },
    async restart() {
      await stopBot(bot);
      bot = await startBot(config, server);
    },
    async stop() {
      await stopBot(bot);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface StartedBot {
  readonly open: OpenLibrary;
  readonly running: RunningBot;
  readonly deps: FirstDayStage["deps"];
}

async function startBot(config: Config, server: BotApiServer): Promise<StartedBot> {
  const open = openLibrary(config, await openModels(config), silent, indexInThisProcess);
  const { library, additions, state } = open;
  const deps = { library, additions, state, clock: systemClock, logger: silent, access: config.access };
  const options = { apiRoot: server.apiRoot, togetherMs: TOGETHER_MS };
  return { open, deps, running: await runBot(createBot(server.token, deps, options), deps) };
}

async function stopBot({ running, open }: StartedBot): Promise<void> {
  await running.stop();
  open.close();
}
