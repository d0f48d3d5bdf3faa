import type { Message } from "grammy/types";
import { MODEL_FAILURES } from "../../src/domain.ts";
import { sayIn } from "../../src/rendering/say.ts";

const say = sayIn("en");

export interface Outcome {
  /** How each message reads, in order. */
  readonly messages: readonly string[];
  /** What the terminal says where the bot ended. */
  readonly end: string | null;
}

/** A message in few words: what kind of answer it is, or its text. */
export function readMessage({ text = "", entities = [], reply_markup }: Message): string {
  if (text === say("looking")) return `“${text}”`;
  if (text.endsWith(" …")) return "a preview of claims";
  if (!text.includes(`\n${say("sources")}\n`)) return `“${text.split("\n")[0]}”`;
  const what =
    text.startsWith(say("answer-likely")) || text.startsWith(say("answer-related"))
      ? "the closest passages"
      : "the answer";
  const error = MODEL_FAILURES.map((code) => say(`error-${code}`)).find((line) => text.includes(line));
  const notes = [
    text.includes(say("cut")) ? "marked as broken off" : null,
    error === undefined ? null : `with “${error}”`,
    text.includes(say("dropped", { count: 1 })) ? `with “${say("dropped", { count: 1 })}”` : null,
    text.includes(say("verified-some-sentence", { count: 1 })) ? "with the sentence in place of the claim" : null,
    text.includes(say("every-claim-failed", { count: 1 })) ? "which says that no claim passed" : null,
    entities.length === 0 ? "without links" : null,
    reply_markup === undefined ? "without buttons" : null,
  ];
  return [what, ...notes.filter((note) => note !== null)].join(", ");
}
