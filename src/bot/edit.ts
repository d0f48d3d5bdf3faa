import type { Api } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { RichText } from "../rendering/rich-text.ts";
import type { ApiSignal } from "./api-signal.ts";
import { isEntityComplaint, isUnchanged } from "./delivery.ts";

export interface Written {
  readonly chatId: number;
  readonly messageId: number;
}

/**
 * Puts a text, and buttons or none, in the place of a message's. The words matter more than their links: where entities
 * are refused, it goes without. That the message says so already is fine. @throws GrammyError, HttpError
 */
export async function editRich(
  api: Api,
  { chatId, messageId }: Written,
  { text, entities }: RichText,
  markup?: InlineKeyboardMarkup,
  signal?: ApiSignal,
): Promise<void> {
  const options = {
    link_preview_options: { is_disabled: true },
    ...(markup === undefined ? {} : { reply_markup: markup }),
  };
  const edit = (more: object) => api.editMessageText(chatId, messageId, text, { ...options, ...more }, signal);
  try {
    await edit({ entities: [...entities] }).catch((error: unknown) => {
      if (!isEntityComplaint(error)) throw error;
      return edit({});
    });
  } catch (error) {
    if (!isUnchanged(error)) throw error;
  }
}
