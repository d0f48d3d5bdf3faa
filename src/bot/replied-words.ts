import type { Context } from "grammy";

/** Of the bot's own message that is replied to: the quoted part, or all of it; null where none is. A button's message is no reply. */
export function repliedWords({ message, me }: Context): string | null {
  if (message === undefined || message.reply_to_message?.from?.id !== me.id) return null;
  return message.quote?.text ?? message.reply_to_message.text ?? null;
}
