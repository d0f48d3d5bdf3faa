import { createConsoleLogger } from "./adapters/console-logger.ts";
import { systemClock } from "./adapters/system-clock.ts";
import { sitInTime } from "./answering/exam/sit-in-time.ts";
import { createBot } from "./bot/create-bot.ts";
import { runBot } from "./bot/run-bot.ts";
import { tellExam } from "./bot/tell-exam.ts";
import { type Config, loadConfig } from "./config.ts";
import type { ExamResult } from "./domain.ts";
import { explain } from "./errors.ts";
import { whileBusy } from "./indexing/while-busy.ts";
import type { Logger } from "./ports.ts";
import { checkServers } from "./start-checks.ts";
import { accessLines } from "./terminal/access-lines.ts";
import { answerInTerminal, converse } from "./terminal/conversation.ts";
import { readEnvironment } from "./terminal/environment.ts";
import { describeIndexing, indexWithProgress } from "./terminal/index-with-progress.ts";
import { examLine, judgeLines } from "./terminal/judge-lines.ts";
import { reportChecks } from "./terminal/start-report.ts";
import { styleFor } from "./terminal/style.ts";
import { corpusDirOf, indexCorpus, type OpenLibrary, openLibrary, openModels, openNetwork } from "./wiring.ts";

/** One Chinese, one English, one that the sample articles do not answer. */
const SAMPLE_QUESTIONS = [
  "嫦娥六号是什么时候在月球背面着陆的？",
  "Who removed the handle of the Broad Street pump, and why?",
  "What did the 2023 Nobel Prize in Literature honour?",
];

/** What a bot that was killed began to index ends within this time. */
const BUSY_WAIT_MS = 15_000;

async function main(): Promise<void> {
  const config = loadConfig(readEnvironment());
  if ((await reportChecks(checkServers(config), process)) === "stop") {
    process.exitCode = 1;
    return;
  }
  const models = await openModels(config);
  const report = await indexWithProgress(
    (onProgress) => whileBusy(() => indexCorpus(config, models, corpusDirOf(config), onProgress), BUSY_WAIT_MS),
    process.stderr,
  );
  process.stdout.write(`${describeIndexing(report)}\n\n`);
  const logger = createConsoleLogger(process.stderr, systemClock.now);
  const open = openLibrary(config, models, logger);
  const ending = new AbortController();
  const exam = open.judge === null ? Promise.resolve(null) : sitInTime(open.judge, ending.signal);
  for (const line of judgeLines(open.judge, open.state)) process.stdout.write(`${line}\n`);
  try {
    if (config.telegram.token === null) {
      void exam.then((result) => tellInTerminal(open, result));
      await startInTerminal(open);
    } else await startBot(config, config.telegram.token, open, logger, exam);
  } finally {
    ending.abort();
    await exam;
    open.close();
  }
}

function tellInTerminal({ judge }: OpenLibrary, result: ExamResult | null): void {
  if (judge !== null && result !== null) process.stderr.write(`${examLine(judge.name, result)}\n`);
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
  open: OpenLibrary,
  logger: Logger,
  exam: Promise<ExamResult | null>,
): Promise<void> {
  const { library, additions, state, judge } = open;
  const deps = {
    library,
    additions,
    state,
    clock: systemClock,
    logger,
    access: config.access,
    timeZone: config.timeZone,
  };
  const bot = createBot(token, deps, { apiRoot: config.telegram.apiRoot, fetch: openNetwork(config) });
  const running = await runBot(bot, deps);
  void exam.then((result) =>
    result === null ? undefined : tellExam(bot.api, judge?.name ?? "", result, deps).catch(() => {}),
  );
  const lines = [
    `The bot is reachable as @${running.username}.`,
    ...(await accessLines(deps, running.username)),
    "Stop it with Ctrl+C.",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void running.stop());
  await running.finished;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
