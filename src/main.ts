import { createConsoleLogger } from "./adapters/console-logger.ts";
import { systemClock } from "./adapters/system-clock.ts";
import { createBot } from "./bot/create-bot.ts";
import { runBot } from "./bot/run-bot.ts";
import { type Config, loadConfig } from "./config.ts";
import { explain } from "./errors.ts";
import type { Logger } from "./ports.ts";
import { answerInTerminal, converse } from "./terminal/conversation.ts";
import { readEnvironment } from "./terminal/environment.ts";
import { describeIndexing, indexWithProgress } from "./terminal/index-with-progress.ts";
import { styleFor } from "./terminal/style.ts";
import { corpusDirOf, indexCorpus, type OpenLibrary, openLibrary, openModels } from "./wiring.ts";

/** One Chinese, one English, one that the sample articles do not answer. */
const SAMPLE_QUESTIONS = [
  "嫦娥六号是什么时候在月球背面着陆的？",
  "Who removed the handle of the Broad Street pump, and why?",
  "What did the 2023 Nobel Prize in Literature honour?",
];

async function main(): Promise<void> {
  const config = loadConfig(readEnvironment());
  const models = await openModels(config);
  const report = await indexWithProgress(
    (onProgress) => indexCorpus(config, models, corpusDirOf(config), onProgress),
    process.stderr,
  );
  process.stdout.write(`${describeIndexing(report)}\n\n`);
  const logger = createConsoleLogger(process.stderr, systemClock.now);
  const open = openLibrary(config, models, logger);
  try {
    if (config.telegram.token === null) await startInTerminal(open);
    else await startBot(config, config.telegram.token, open, logger);
  } finally {
    open.close();
  }
}

async function startInTerminal({ library }: OpenLibrary): Promise<void> {
  const { bold } = styleFor(process.stdout);
  process.stdout.write(
    "No TELEGRAM_BOT_TOKEN is set, so this runs in the terminal. Get a token from @BotFather in Telegram (send it /newbot) and put it into .env as TELEGRAM_BOT_TOKEN=…\n\n",
  );
  for (const question of SAMPLE_QUESTIONS) {
    process.stdout.write(`${bold(`? ${question}`)}\n\n${await answerInTerminal(library, question)}\n\n`);
  }
  if (process.stdin.isTTY) await converse(library, process.stdin, process.stdout);
}

async function startBot(
  config: Config,
  token: string,
  { library, additions, state }: OpenLibrary,
  logger: Logger,
): Promise<void> {
  const bot = createBot(
    token,
    { library, additions, state, clock: systemClock, logger, access: config.access },
    { apiRoot: config.telegram.apiRoot },
  );
  const running = await runBot(bot, { logger });
  process.stdout.write(`The bot is reachable as @${running.username}. ${whoMayUseIt(config)}\nStop it with Ctrl+C.\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void running.stop());
  await running.finished;
}

function whoMayUseIt({ access }: Config): string {
  if (access.allowedUsers === "everyone") return "Everyone may use it, at your model's cost (ALLOWED_USERS=*).";
  const ids = [...new Set([access.ownerId, ...access.allowedUsers])].filter((id) => id !== null);
  return ids.length === 0
    ? "Nobody may use it yet: write to it, it tells your id; put that into .env as OWNER_ID=…"
    : `It may be used by ${ids.join(", ")} and those whom the owner allowed.`;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
