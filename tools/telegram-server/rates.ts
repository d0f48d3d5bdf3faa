import type { ChatState } from "./chats.ts";
import { tooManyRequests } from "./failure.ts";

/** At most so many messages in that time. */
interface Rate {
  readonly of: "each-chat" | "each-group" | "all";
  readonly messages: number;
  readonly periodMs: number;
}

/** core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; short bursts, which it may allow, are not. */
export const RATES: readonly Rate[] = [
  { of: "each-chat", messages: 1, periodMs: 1_000 },
  { of: "each-group", messages: 20, periodMs: 60_000 },
  { of: "all", messages: 30, periodMs: 1_000 },
];

/** Counts the messages that the bot sends. */
export class Rates {
  readonly #rates: readonly Rate[];
  readonly #sent: { readonly chat: number; readonly atMs: number }[] = [];

  constructor(rates: readonly Rate[]) {
    this.#rates = rates;
  }

  /** Counts one message more. @throws ApiFailure 429 when it is one too many; then it does not count */
  take({ chat }: ChatState, nowMs: number): void {
    const waitsMs = this.#rates
      .filter((rate) => rate.of !== "each-group" || chat.type !== "private")
      .map((rate) => this.#waitMs(rate, chat.id, nowMs));
    const waitMs = Math.max(0, ...waitsMs);
    if (waitMs > 0) throw tooManyRequests(Math.ceil(waitMs / 1_000));
    this.#sent.push({ chat: chat.id, atMs: nowMs });
  }

  /** Until the oldest of the last `messages` is out of the period. */
  #waitMs({ of, messages, periodMs }: Rate, chat: number, nowMs: number): number {
    const sent = of === "all" ? this.#sent : this.#sent.filter((each) => each.chat === chat);
    const oldest = sent.at(-messages);
    return oldest === undefined ? 0 : oldest.atMs + periodMs - nowMs;
  }
}
