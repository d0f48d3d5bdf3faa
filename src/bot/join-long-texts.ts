import { setTimeout as sleep } from "node:timers/promises";
import type { Context, MiddlewareFn } from "grammy";
import type { Message, MessageEntity } from "grammy/types";
import { MAX_MESSAGE_CHARS } from "../rendering/split.ts";
import { startsWithCommand } from "./addressed.ts";

/** Clients cut at 4,096 characters, or at a better border before, but not in the first half. */
const CUT_FROM_CHARS = MAX_MESSAGE_CHARS / 2;
const QUIET_MS = 1_000;
/** Past this many the rest is left out: no question is that long. */
const MOST_PARTS = 10;

/**
 * A text that a client cut into messages becomes one again: what the same person writes in the same place within a second
 * after a text that may have been cut. Only such a text waits. To stand before whatever handles messages in order, since
 * the first part waits for the others.
 */
export function joinLongTexts(quietMs = QUIET_MS): MiddlewareFn<Context> {
  const open = new Map<string, Joining>();
  return async (ctx, next) => {
    const { message } = ctx;
    if (message === undefined) return next();
    const key = `${message.chat.id} ${message.message_thread_id ?? ""} ${message.from.id}`;
    const before = open.get(key);
    if (before?.take(message) === true) return;
    const mine = isText(message) && mayBeCut(message) ? new Joining(message, quietMs) : null;
    if (mine !== null) open.set(key, mine);
    // Whatever is no part of it ends what came before, and waits for its turn after it.
    if (before !== undefined) await before.close();
    if (mine !== null) {
      const parts = await mine.closed;
      if (open.get(key) === mine) open.delete(key);
      // In place, for every later step reads the update.
      Object.assign(message, joined(parts));
    }
    return next();
  };
}

class Joining {
  readonly #parts: Message.TextMessage[];
  readonly #quietMs: number;
  readonly #closed = Promise.withResolvers<readonly Message.TextMessage[]>();
  #state: "open" | "closed" = "open";
  #count = 1;

  constructor(first: Message.TextMessage, quietMs: number) {
    this.#parts = [first];
    this.#quietMs = quietMs;
    this.#closeWhenQuiet(1);
  }

  /** The parts in the order in which they were written. */
  get closed(): Promise<readonly Message.TextMessage[]> {
    return this.#closed.promise;
  }

  /** Whether the message is one of its parts. */
  take(message: Message): boolean {
    const [first] = this.#parts;
    if (this.#state === "closed" || first === undefined || !continues(message, first)) return false;
    this.#count++;
    if (this.#count <= MOST_PARTS) this.#parts.push(message);
    if (!mayBeCut(message)) void this.close();
    else if (this.#count <= MOST_PARTS) this.#closeWhenQuiet(this.#count);
    return true;
  }

  close(): Promise<unknown> {
    this.#state = "closed";
    this.#closed.resolve(this.#parts.toSorted((a, b) => a.message_id - b.message_id));
    return this.closed;
  }

  async #closeWhenQuiet(count: number): Promise<void> {
    await sleep(this.#quietMs);
    if (this.#count === count || count === MOST_PARTS) await this.close();
  }
}

const isText = (message: Message): message is Message.TextMessage =>
  message.text !== undefined && message.forward_origin === undefined && message.via_bot === undefined;

const mayBeCut = ({ text }: Message.TextMessage): boolean => text.length >= CUT_FROM_CHARS;

/** A command, or a reply to something else, is a message of its own. */
function continues(message: Message, first: Message): message is Message.TextMessage {
  const { reply_to_message: original } = message;
  const isOtherReply = original !== undefined && original.message_id !== first.reply_to_message?.message_id;
  return isText(message) && !startsWithCommand(message) && !isOtherReply;
}

function joined(parts: readonly Message.TextMessage[]): { readonly text: string; readonly entities: MessageEntity[] } {
  let text = "";
  const entities: MessageEntity[] = [];
  for (const part of parts) {
    // One that is full was cut through the middle of something.
    const isWhole = text.length % MAX_MESSAGE_CHARS !== 0;
    if (isWhole) text += "\n";
    for (const entity of part.entities ?? []) entities.push({ ...entity, offset: entity.offset + text.length });
    text += part.text;
  }
  return { text, entities };
}
