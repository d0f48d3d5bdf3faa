import type { Message, User } from "grammy/types";
import { withoutCommand, withoutMention } from "./addressed.ts";

/** What a person means who only calls the bot under another message: the quoted words, or that message. */
export function repliedQuestion({ reply_to_message: original, quote }: Message, me: User): string | null {
  if (quote?.is_manual === true) return quote.text.trim();
  if (original === undefined || original.from?.id === me.id || original.forum_topic_created !== undefined) return null;
  const text = withoutCommand(withoutMention(original, me));
  return text === "" ? null : text;
}
