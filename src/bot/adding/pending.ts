import type { Bot } from "grammy";
import type { Message, Update } from "grammy/types";
import { z } from "zod";
import type { StateStore } from "../../ports.ts";
import { keptFile } from "./buttons.ts";
import type { IncomingItem } from "./incoming-item.ts";

const keptItem = z.object({
  kind: z.literal("kept"),
  label: z.string(),
  album: z.string().nullable(),
  file: keptFile,
  arrival: z.number(),
});

/** An update that brings something to add, and what of it is stored already. */
const Pending = z.object({
  update: z.custom<Update>(
    (value) => z.object({ update_id: z.number(), message: z.object({}) }).safeParse(value).success,
  ),
  piece: keptItem.nullable(),
});

/** Keeps the update until `forgetPending`, because Telegram delivers an update only once. */
export function keepPending(message: Message, update: Update, item: IncomingItem | null, state: StateStore): void {
  const kept = item?.kind === "kept" ? item : null;
  state.keepPendingAddition(message.chat.id, message.message_id, { update, piece: kept });
}

/** What a program that ended before its reply had kept of that message; null when nothing. */
export function itemKeptBefore(message: Message, state: StateStore): IncomingItem | null {
  const pending = Pending.safeParse(state.pendingAddition(message.chat.id, message.message_id));
  return pending.success ? pending.data.piece : null;
}

export function forgetPending(messages: readonly Message[], state: StateStore): void {
  for (const { chat, message_id } of messages) state.forgetPendingAddition(chat.id, message_id);
}

/**
 * Passes once more through the bot what a program that was killed had not replied to, all side by side, so that what came
 * together is answered together. Tried once: what fails now was told to its sender.
 */
export async function resumePending(bot: Pick<Bot, "handleUpdate">, state: StateStore): Promise<void> {
  const pending = state.pendingAdditions();
  const updates = pending.flatMap(({ payload }) => Pending.safeParse(payload).data?.update ?? []);
  const results = await Promise.allSettled(updates.map((update) => bot.handleUpdate(update)));
  for (const { chatId, messageId } of pending) state.forgetPendingAddition(chatId, messageId);
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
