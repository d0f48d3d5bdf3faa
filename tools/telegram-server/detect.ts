import type { MessageEntity } from "grammy/types";

const COMMAND = /(?<![\w/@<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])/g;
const MENTION = /(?<![\w/@.])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)/g;

/** The commands and mentions that Telegram marks in a text anywhere, by itself (#messageentity). */
export function detectEntities(text: string): readonly MessageEntity[] {
  const found = [...marked(text, COMMAND, "bot_command"), ...marked(text, MENTION, "mention")];
  return found.toSorted((a, b) => a.offset - b.offset);
}

function marked(text: string, pattern: RegExp, type: "bot_command" | "mention"): readonly MessageEntity[] {
  return [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length }));
}
