import type { Api } from "grammy";
import type { ForceReply, InlineKeyboardMarkup, Message } from "grammy/types";
import type { RichText } from "../rendering/rich-text.ts";
import { splitRichText } from "../rendering/split.ts";
import { type ChatTarget, replyOptions, threadOptions } from "./chat-target.ts";
import { isEntityComplaint, isUnwanted, mayHaveArrived } from "./delivery.ts";

export type Markup = InlineKeyboardMarkup | ForceReply;

/** Sends the text in as many messages as it needs. @throws GrammyError 4xx but 403 */
export function sendRich(api: Api, target: ChatTarget, rich: RichText, markup?: Markup): Promise<void> {
  return sendParts(api, target, splitRichText(rich), markup);
}

/**
 * Sends the parts in order; the first one replies to the asker, the last one carries the buttons. A part whose reply was
 * lost is not repeated, and does not hold up the rest. @throws GrammyError 4xx but 403
 */
export async function sendParts(
  api: Api,
  target: ChatTarget,
  parts: readonly RichText[],
  markup: Markup | undefined,
): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const options = {
      ...(index === 0 ? replyOptions(target) : {}),
      ...(index === parts.length - 1 && markup !== undefined ? { reply_markup: markup } : {}),
    };
    if ((await sendOne(api, target, part, options)) === "unwanted") return;
  }
}

export function sendText(api: Api, target: ChatTarget, text: string, markup?: Markup): Promise<void> {
  return sendRich(api, target, { text, entities: [] }, markup);
}

type SendOptions = NonNullable<Parameters<Api["sendMessage"]>[2]>;

/** One message; `unconfirmed`: the reply was lost, so it may be there. @throws GrammyError 4xx but 403 */
export async function sendOne(
  api: Api,
  target: ChatTarget,
  rich: RichText,
  options: SendOptions,
): Promise<Message | "unwanted" | "unconfirmed"> {
  try {
    return await sendPart(api, target, rich, options);
  } catch (error) {
    if (isUnwanted(error)) return "unwanted";
    if (mayHaveArrived(error)) return "unconfirmed";
    throw error;
  }
}

/** The words matter more than their links: where entities are refused, the text goes out without. */
async function sendPart(
  api: Api,
  target: ChatTarget,
  { text, entities }: RichText,
  given: SendOptions,
): Promise<Message> {
  const options = { link_preview_options: { is_disabled: true }, ...threadOptions(target), ...given };
  try {
    return await api.sendMessage(target.chatId, text, { ...options, entities: [...entities] });
  } catch (error) {
    if (!isEntityComplaint(error)) throw error;
    return await api.sendMessage(target.chatId, text, options);
  }
}
