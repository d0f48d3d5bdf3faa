import { monitorEventLoopDelay } from "node:perf_hooks";
import { sayIn } from "../../src/rendering/say.ts";
import type { LoadStage } from "./stage.ts";
import { type Seen, watchChats } from "./watch.ts";

export interface LoadFigures {
  readonly chats: number;
  /** Milliseconds from sending to the first part of the answer: of each chat's first question. */
  readonly answerMs: readonly number[];
  /** What the model itself took, by its own clock. */
  readonly modelMs: readonly number[];
  /** The most answers that the model wrote at once. */
  readonly mostAtOnce: number;
  /** Milliseconds from /stop to what was checked by then. */
  readonly stopMs: readonly number[];
  /** Chats whose two answers came, in the order of the questions. */
  readonly inOrder: number;
  /** Of the process that runs the bot, the Bot API server, the model and this load. */
  readonly loopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Processor time of that process for each answer; others at work on the machine do not change it much. */
  readonly cpuMsEach: number;
  readonly violations: number;
}

const FIRST_CHAT = 1_000;
/** Each chat of so many stops its second answer. */
const STOPS_ONE_IN = 10;
const DEADLINE_MS = 300_000;
const NS_PER_MS = 1e6;
const US_PER_MS = 1e3;

/**
 * So many people at once ask two questions each, one after the other without waiting: a Chinese one and an English one, so
 * that the answers tell which is which. Some stop the second as soon as they see it grow.
 */
export async function playManyChats({ telegram, model, titles }: LoadStage, count: number): Promise<LoadFigures> {
  const chats = Array.from({ length: count }, (_, i) => FIRST_CHAT + i);
  const watch = watchChats(telegram);
  const stops = new Map<number, number>();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedMs = Date.now();
  const startedCpu = process.cpuUsage();
  for (const [i, chat] of chats.entries()) {
    telegram.sendText(titles[i % titles.length] ?? "", { from: chat });
    telegram.sendText(`What do the articles say about number ${i % 100}?`, { from: chat });
  }
  const stopSecond = (chat: number) => {
    const { messages, drafts } = watch.seenBy(chat);
    const [first] = messages;
    if (stops.has(chat) || first === undefined || !drafts.some(({ atMs }) => atMs > first.atMs)) return;
    stops.set(chat, Date.now());
    telegram.sendText("/stop", { from: chat });
  };
  await watch.until(() => {
    for (const chat of chats) if (chat % STOPS_ONE_IN === 0) stopSecond(chat);
    return chats.every((chat) => watch.seenBy(chat).messages.length >= 2);
  }, DEADLINE_MS);
  delay.disable();
  const { user, system } = process.cpuUsage(startedCpu);
  const seen = chats.map(watch.seenBy);
  const ms = (ns: number) => ns / NS_PER_MS;
  return {
    chats: count,
    answerMs: seen.flatMap(({ messages: [first] }) => (first === undefined ? [] : [first.atMs - startedMs])),
    modelMs: model.tookMs,
    mostAtOnce: model.mostAtOnce(),
    stopMs: [...stops].flatMap(([chat, atMs]) => (watch.seenBy(chat).messages[1]?.atMs ?? Number.NaN) - atMs),
    inOrder: seen.filter(isInOrder).length,
    loopDelayMs: { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) },
    cpuMsEach: (user + system) / US_PER_MS / (2 * count),
    violations: telegram.violations.length,
  };
}

function isInOrder({ messages }: Seen): boolean {
  const [first, second, ...more] = messages.map(({ text }) => text);
  return more.length === 0 && isIn("zh", first) && !isIn("zh", second) && second !== undefined;
}

const isIn = (language: "zh" | "en", text = "") => text.includes(`\n${sayIn(language)("sources")}\n`);
