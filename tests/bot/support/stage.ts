import type { Message } from "grammy/types";
import { afterEach, expect } from "vitest";
import { openStateStore } from "../../../src/adapters/sqlite/state-store.ts";
import { type BotOptions, createBot } from "../../../src/bot/create-bot.ts";
import type { BotDeps } from "../../../src/bot/deps.ts";
import type { LivePaces } from "../../../src/bot/live/live-answer.ts";
import { type RunningBot, runBot } from "../../../src/bot/run-bot.ts";
import type { StateStore } from "../../../src/ports.ts";
import { type BotApiOptions, type BotApiServer, startBotApiServer } from "../../../tools/telegram-server/server.ts";
import { BOT_ID } from "../../../tools/telegram-server/world.ts";
import { FakeLibrary } from "./fake-library.ts";

export const OWNER = 42;
export const STRANGER = 77;
export const GROUP = -100_500;
const PATIENCE_MS = 8_000;

type Cleanup = () => Promise<void>;
const cleanups: Cleanup[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** What a test stops after its bot and server; to be said before the stage is set. */
export function afterwards(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

export interface StageOptions {
  readonly api?: BotApiOptions;
  readonly access?: BotDeps["access"];
  readonly additions?: BotDeps["additions"];
  readonly library?: FakeLibrary;
  /** How the bot gets to the server; straight there when left out. */
  readonly way?: Pick<BotOptions, "apiRoot" | "fetch">;
  readonly server?: BotApiServer;
  readonly paces?: LivePaces;
  /** What a bot cannot know to be a mistake after a lost reply. */
  readonly excuses?: RegExp;
}

/** So that tests of live answers need not wait. */
export const FAST_PACES: LivePaces = {
  draft: { firstAfterMs: 20, everyMs: 40, renewAfterMs: 200 },
  placeholder: { firstAfterMs: 20, everyMs: 100, renewAfterMs: null },
};

/** The real bot on a Bot API server of its own; every test ends by asking that server for the bot's mistakes. */
export async function stage(options: StageOptions = {}) {
  const server = options.server ?? (await startBotApiServer(options.api));
  const clock = { nowMs: Date.parse("2025-06-01T00:00:00Z"), now: () => new Date(clock.nowMs) };
  const state = openStateStore(":memory:", clock);
  state.allow(GROUP, "Readers");
  const library = options.library ?? new FakeLibrary();
  const logged: string[] = [];
  const log = (message: string, fields?: object) => void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const logger = { info: log, warn: log, error: log };
  const access = options.access ?? { ownerId: OWNER, allowedUsers: [] };
  const deps: BotDeps = { library, additions: options.additions, state, clock, logger, access };
  const paces = options.paces === undefined ? {} : { paces: options.paces };
  const botOptions = { apiRoot: server.apiRoot, togetherMs: 150, ...paces, ...options.way };
  const start = () => runBot(createBot(server.token, deps, botOptions), deps);
  let running: RunningBot = await start();
  cleanups.push(async () => {
    await running.stop();
    await server.stop();
    state.close();
    expect(server.violations.filter(({ description }) => !options.excuses?.test(description))).toEqual([]);
  });

  const said = (chat: number): Message[] => server.history(chat).filter((message) => message.from?.id === BOT_ID);
  return {
    server,
    library,
    state: state as StateStore,
    clock,
    logged,
    said,
    /** The bot's messages of a chat, once there are that many. */
    hears: (chat: number, count: number) => server.waitFor(() => said(chat).length >= count && said(chat), PATIENCE_MS),
    until: <T>(look: () => T | null | undefined | false) => server.waitFor(look, PATIENCE_MS),
    running: () => running,
    async restart() {
      await running.stop();
      running = await start();
    },
  };
}

/** The data of a message's button with that label. */
export function button(message: Message | undefined, label: string): string {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const found = buttons.find(({ text }) => text === label);
  if (found === undefined || !("callback_data" in found))
    throw new Error(`no button "${label}" among ${buttons.map(({ text }) => text)}`);
  return found.callback_data;
}
