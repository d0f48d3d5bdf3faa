import { setTimeout as wait } from "node:timers/promises";
import { sequentialize } from "@grammyjs/runner";
import { Bot, type Context } from "grammy";
import { accessGate } from "./access.ts";
import { conversationOf } from "./context.ts";
import type { BotDeps } from "./deps.ts";
import { replyWithWords } from "./errors.ts";
import { commands } from "./features/commands.ts";
import { questions } from "./features/questions.ts";
import { sources } from "./features/sources.ts";
import { safeRetry } from "./safe-retry.ts";

/** The whole bot, top to bottom in the order in which an update meets it. Knows nothing of polling or of Telegram's host. */
export function createBot(token: string, deps: BotDeps, options: { readonly apiRoot: string }): Bot {
  const bot = new Bot(token, { client: { apiRoot: options.apiRoot, timeoutSeconds: 60 } });
  bot.api.config.use(safeRetry(deps.logger, (ms) => wait(ms)));
  const guarded = bot.errorBoundary(replyWithWords(deps.logger));
  guarded.use(sequentialize<Context>((ctx) => (ctx.callbackQuery === undefined ? conversationOf(ctx) : undefined)));
  guarded.use(accessGate(deps));
  guarded.use(sources(deps));
  guarded.use(commands(deps));
  guarded.use(questions(deps));
  return bot;
}
