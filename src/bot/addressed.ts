import type { Context } from "grammy";
import { isPrivate } from "./context.ts";

/** The words meant for the bot: everything in private; in a group what mentions it or replies to it, the mention removed. */
export function addressedText(ctx: Context): string | null {
  const message = ctx.message;
  if (message?.text === undefined) return null;
  if (isPrivate(ctx)) return message.text.trim();
  const name = `@${ctx.me.username}`.toLowerCase();
  const mention = message.entities?.find(
    (entity) =>
      (entity.type === "mention" &&
        message.text?.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name) ||
      (entity.type === "text_mention" && entity.user.id === ctx.me.id),
  );
  const isReply = message.reply_to_message?.from?.id === ctx.me.id;
  if (mention === undefined) return isReply ? message.text.trim() : null;
  const text = message.text.slice(0, mention.offset) + message.text.slice(mention.offset + mention.length);
  return text.trim() === "" ? null : text.trim();
}
