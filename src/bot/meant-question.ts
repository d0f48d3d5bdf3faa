import type { Message, User } from "grammy/types";
import { beginning } from "../text/shorten.ts";
import { withoutCommand, withoutMention } from "./addressed.ts";

/** Enough of another message to tell what it says. */
const ABOUT_CHARS = 600;
/** Words that point at something outside themselves. */
const POINTS =
  /[这那此它他她]|上[面述文]|真的|真假|属实|靠谱|[是对]吗|什么意思|怎么[看说回]|为什么[？?]?$|依据|出处|\b(?:this|that|these|those|it|its|he|she|they|true|correct|right|above|source|really|why)\b/iu;

/**
 * What a person means by `words`, said under another message: the part of it that they quoted, or the message itself where
 * their words point at it or are none. null where there is nothing to ask.
 */
export function meantQuestion(words: string, message: Message, me: User): string | null {
  const { quote } = message;
  const quoted = quote?.is_manual === true ? quote.text.trim() : "";
  const about = quoted || wordsOfOther(message, me);
  if (words === "") return about === "" ? null : about;
  if (about === "" || (quoted === "" && !POINTS.test(words))) return words;
  return `${words} … ${beginning(about, ABOUT_CHARS)}`;
}

/** What the bot said itself is part of the conversation already. */
function wordsOfOther({ reply_to_message: original }: Message, me: User): string {
  if (original === undefined || original.from?.id === me.id || original.forum_topic_created !== undefined) return "";
  return withoutCommand(withoutMention(original, me));
}
