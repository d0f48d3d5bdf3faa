import { systemClock } from "../../src/adapters/system-clock.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import { runBot } from "../../src/bot/run-bot.ts";
import { loadConfig } from "../../src/config.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { builtInModels, openLibrary } from "../../src/wiring.ts";
import { startSlowModel } from "../../tools/load/slow-model.ts";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { BOT_ID } from "../../tools/telegram-server/world.ts";
import { FAST_PACES } from "../bot/support/stage.ts";
import { startModelServer } from "../support/model-server.ts";
import { keepExam } from "../support/passed-exam.ts";
import { type Outcome, readMessage } from "./outcome.ts";
import { type FaultRow, JUDGE_MODEL } from "./rows.ts";

const say = sayIn("en");
const QUESTION = "Who removed the handle of the Broad Street pump?";
const ANSWER_MS = 600;
const PATIENCE_MS = 60_000;
const FIRST_PERSON = 100;
const FIRST_GROUP = -100_500;
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** Asks one question through the bot as it runs while the fault holds; `number` keeps the rows' chats apart. */
export async function play(row: FaultRow, number: number, dataDir: string, corpusDir: string): Promise<Outcome> {
  const telegram = await startBotApiServer();
  const model = row.model === undefined ? await startSlowModel(ANSWER_MS) : await brokenModel(row.model);
  const config = loadConfig({
    DATA_DIR: dataDir,
    CORPUS_DIR: corpusDir,
    ALLOWED_USERS: "*",
    OPENAI_BASE_URL: model.baseUrl,
    CHAT_MODEL: "m",
    ...(row.judge === true ? { JUDGE: "on", JUDGE_MODEL, JUDGE_TIMEOUT_MS: "1000" } : {}),
    CHAT_TIMEOUT_MS: row.isSilent === true ? "1000" : "60000",
  });
  if (row.judge === true) keepExam(config, JUDGE_MODEL);
  const open = openLibrary(config, builtInModels(), SILENT);
  const { library, state } = open;
  const deps = { library, state, clock: systemClock, logger: SILENT, access: config.access };
  for (const fault of row.telegram ?? []) telegram.fault(fault);
  const options = { apiRoot: telegram.apiRoot, paces: FAST_PACES };
  const running = await runBot(createBot(telegram.token, deps, options), deps);
  try {
    if (row.ends === true) return { messages: [], end: (await running.finished.catch(String)) ?? null };
    return { messages: await converse(telegram, row, number), end: null };
  } finally {
    await running.stop();
    open.close();
    await telegram.stop();
    await model.stop();
  }
}

async function brokenModel(breakIt: NonNullable<FaultRow["model"]>) {
  const model = await startModelServer();
  breakIt(model);
  return model;
}

/** What stands in the chat when the bot turns to the next message, which is answered after all that the question brings. */
async function converse(telegram: BotApiServer, row: FaultRow, number: number): Promise<Outcome["messages"]> {
  const from = FIRST_PERSON + number;
  const chat = row.chat === "private" ? from : FIRST_GROUP - number;
  const said = () => telegram.history(chat).filter((message) => message.from?.id === BOT_ID);
  telegram.sendText(row.chat === "private" ? QUESTION : `/ask ${QUESTION}`, { from, chat });
  if (row.act === "stop") {
    await telegram.waitFor(() => isGrowing(telegram), PATIENCE_MS);
    telegram.sendText("/stop", { from, chat });
  }
  telegram.sendText("/new", { from, chat });
  await telegram.waitFor(() => said().some(({ text }) => text === say("new-conversation")), PATIENCE_MS);
  return said()
    .filter(({ text }) => text !== say("new-conversation"))
    .map(readMessage);
}

const isGrowing = ({ calls }: BotApiServer): boolean =>
  calls.some(({ params: { text }, method }) => /Draft|edit/.test(method) && String(text).endsWith("…"));
