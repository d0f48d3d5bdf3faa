import type { Context, MiddlewareFn } from "grammy";
import type { Message } from "grammy/types";
import { ALL_COMMANDS } from "./menu.ts";

/** A Chinese keyboard writes ／ or 、 for /, and full-width letters. */
const TYPED = /^[/／、]([a-zａ-ｚ_]{2,32})(?:@\w{1,64})?(?![\wａ-ｚ])/iu;
const KNOWN = new Set(ALL_COMMANDS);

/** Accepts a command however it was typed, and in captions too. Telegram itself marks one only after a plain slash. */
export const typedCommands: MiddlewareFn<Context> = (ctx, next) => {
  const { message } = ctx;
  const words = message?.text ?? message?.caption ?? "";
  const typed = TYPED.exec(words);
  const name = typed?.[1]?.normalize("NFKC").toLowerCase() ?? "";
  // In place, because every later step reads the update.
  if (message !== undefined && typed !== null && KNOWN.has(name))
    Object.assign(message, asCommand(message, words, typed[0], name));
  return next();
};

function asCommand(message: Message, words: string, typed: string, name: string): Partial<Message> {
  const command = `/${name}${typed.slice(1 + name.length)}`;
  const others = (message.entities ?? message.caption_entities ?? []).filter(({ offset }) => offset >= typed.length);
  const entities = [{ type: "bot_command" as const, offset: 0, length: typed.length }, ...others];
  return { text: command + words.slice(typed.length), entities };
}
