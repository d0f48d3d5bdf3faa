import { type Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { mayHaveArrived } from "./delivery.ts";

export interface Notice {
  readonly text: string;
  readonly entities?: readonly MessageEntity[];
  readonly markup?: InlineKeyboardMarkup;
}

/**
 * Writes to somebody who did not just write; false when that cannot be done: they blocked the bot, threw it out, or never
 * wrote to it. A lost reply counts as told.
 */
export async function tell(api: Api, chatId: number, { text, entities, markup }: Notice): Promise<boolean> {
  try {
    await api.sendMessage(chatId, text, {
      link_preview_options: { is_disabled: true },
      ...(entities === undefined ? {} : { entities: [...entities] }),
      ...(markup === undefined ? {} : { reply_markup: markup }),
    });
    return true;
  } catch (error) {
    if (mayHaveArrived(error)) return true;
    if (error instanceof GrammyError) return false;
    throw error;
  }
}
