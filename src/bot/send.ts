import type { Context } from "grammy";
import type { InlineKeyboardMarkup, ReplyParameters } from "grammy/types";
import type { RichText } from "../rendering/rich-text.ts";
import { splitRichText } from "../rendering/split.ts";
import { isPrivate } from "./context.ts";

/** Sends a text in as many messages as it needs, in order; buttons go under the last. Never parse_mode: nothing to escape. */
export async function sendRich(ctx: Context, rich: RichText, buttons?: InlineKeyboardMarkup): Promise<void> {
  const parts = splitRichText(rich);
  for (const [index, part] of parts.entries()) {
    await ctx.reply(part.text, {
      entities: [...part.entities],
      link_preview_options: { is_disabled: true },
      ...replyTo(ctx, index),
      ...(buttons !== undefined && index === parts.length - 1 ? { reply_markup: buttons } : {}),
    });
  }
}

export function sendText(ctx: Context, text: string): Promise<void> {
  return sendRich(ctx, { text, entities: [] });
}

/** In a group the asker is replied to, so that it is clear whose question this answers. */
function replyTo(ctx: Context, part: number): { reply_parameters?: ReplyParameters } {
  if (isPrivate(ctx) || part > 0 || ctx.message === undefined) return {};
  return { reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true } };
}
