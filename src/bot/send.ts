import type { Api } from "grammy";
import type { ForceReply, InlineKeyboardMarkup, Message } from "grammy/types";
import type { RichText } from "../rendering/rich-text.ts";
import { splitRichText } from "../rendering/split.ts";
import { isEntityComplaint, isUnwanted, mayHaveArrived } from "./delivery.ts";
import { type Place, replyOptions, threadOptions } from "./place.ts";

export type Markup = InlineKeyboardMarkup | ForceReply;

/** Sends the text in as many messages as it needs. @throws GrammyError 4xx but 403 */
export function sendRich(api: Api, place: Place, rich: RichText, markup?: Markup): Promise<void> {
  return sendParts(api, place, splitRichText(rich), markup);
}

/**
 * Sends the parts in order; the first one replies to the asker, the last one carries the buttons. A part whose reply was
 * lost is not repeated, and does not hold up the rest. @throws GrammyError 4xx but 403
 */
export async function sendParts(
  api: Api,
  place: Place,
  parts: readonly RichText[],
  markup: Markup | undefined,
): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const options = {
      ...(index === 0 ? replyOptions(place) : {}),
      ...(index === parts.length - 1 && markup !== undefined ? { reply_markup: markup } : {}),
    };
    if ((await sendOne(api, place, part, options)) === "unwanted") return;
  }
}

export function sendText(api: Api, place: Place, text: string, markup?: Markup): Promise<void> {
  return sendRich(api, place, { text, entities: [] }, markup);
}

type SendOptions = NonNullable<Parameters<Api["sendMessage"]>[2]>;

/** One message; `unconfirmed`: the reply was lost, so it may be there. @throws GrammyError 4xx but 403 */
export async function sendOne(
  api: Api,
  place: Place,
  rich: RichText,
  options: SendOptions,
): Promise<Message | "unwanted" | "unconfirmed"> {
  try {
    return await sendPart(api, place, rich, options);
  } catch (error) {
    if (isUnwanted(error)) return "unwanted";
    if (mayHaveArrived(error)) return "unconfirmed";
    throw error;
  }
}

/** The words matter more than their links: where entities are refused, the text goes out without. */
async function sendPart(api: Api, place: Place, { text, entities }: RichText, given: SendOptions): Promise<Message> {
  const options = { link_preview_options: { is_disabled: true }, ...threadOptions(place), ...given };
  try {
    return await api.sendMessage(place.chatId, text, { ...options, entities: [...entities] });
  } catch (error) {
    if (!isEntityComplaint(error)) throw error;
    return await api.sendMessage(place.chatId, text, options);
  }
}
