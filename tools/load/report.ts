import { availableParallelism, cpus, loadavg } from "node:os";
import { quantile } from "../evaluation/metrics.ts";
import { alignedTable } from "../evaluation/tables.ts";
import type { LoadFigures } from "./many-chats.ts";

/** p99 that is wanted, so that a press of a button never waits for the bot to think. */
const WANTED_P99_MS = 50;

export function reportLoad(figures: LoadFigures): string {
  const { chats, answerMs, modelMs, stopMs, loopDelayMs } = figures;
  const model = quantile(modelMs, 0.5) ?? 0;
  const ratio = (share: number) => ((quantile(answerMs, share) ?? Number.NaN) / model).toFixed(2);
  const verdict = loopDelayMs.p99 < WANTED_P99_MS ? "OK" : `more than the ${WANTED_P99_MS} ms wanted`;
  return [
    `${chats} chats at once, two questions each; ${machine()}`,
    alignedTable([
      ["", "p50", "p99", "max"],
      ["event loop delay", ms(loopDelayMs.p50), ms(loopDelayMs.p99), ms(loopDelayMs.max)],
      ["answer", ...spread(answerMs)],
      ["the model's own time", ...spread(modelMs)],
      ["answer / model (median)", ratio(0.5), ratio(0.99), ratio(1)],
      ["/stop to the answer", ...spread(stopMs)],
    ]),
    `in order: ${figures.inOrder} of ${chats}; at most ${figures.mostAtOnce} answers were written at once; processor time for each answer ${ms(figures.cpuMsEach)}; violations: ${figures.violations}`,
    `event loop delay p99 ${ms(loopDelayMs.p99)}: ${verdict}. Bot, Bot API server and model share the process.`,
  ].join("\n");
}

/** Others at work on the machine take the processor away in the middle of a step, so their load is told too. */
const machine = () =>
  `${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)}`;

const spread = (values: readonly number[]) => [0.5, 0.99, 1].map((share) => ms(quantile(values, share) ?? Number.NaN));

const ms = (value: number) => `${value.toFixed(1)} ms`;
