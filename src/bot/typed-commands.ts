import type { Context, MiddlewareFn } from "grammy";
import type { Message } from "grammy/types";

/** A Chinese keyboard writes ／ or 、 where / is meant, and letters as wide. */
const TYPED = /^[/／、]([a-zａ-ｚ_]{2,32})(?:@\w{1,64})?(?![\wａ-ｚ])/iu;
const KNOWN = new Set(
  "start help ask summary timeline digest articles find new export stop gaps stats allow deny".split(" "),
);

/** A command is one however it was typed, and under a picture or a file too: Telegram itself marks it only behind a plain slash. */
export const typedCommands: MiddlewareFn<Context> = (ctx, next) => {
  const { message } = ctx;
  const words = message?.text ?? message?.caption ?? "";
  const typed = TYPED.exec(words);
  const name = typed?.[1]?.normalize("NFKC").toLowerCase() ?? "";
  // In place, for every later step reads the update.
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
