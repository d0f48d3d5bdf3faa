import type { Context, MiddlewareFn } from "grammy";
import type { Message, MessageEntity, User } from "grammy/types";

/**
 * Lets through presses of buttons, private messages, and in groups what speaks to the bot; drops the rest unanswered, and
 * what people sent through the bot by its inline mode, which is the bot's own words.
 */
export const onlyAddressed: MiddlewareFn<Context> = async (ctx, next) => {
  if (ctx.callbackQuery !== undefined) return next();
  if (ctx.message === undefined || isMachineMade(ctx.message, ctx.me)) return;
  if (ctx.message.chat.type === "private" || isAddressed(ctx.message, ctx.me)) return next();
};

/** The text without the bot's name in it. */
export function withoutMention(message: Message, me: User): string {
  let text = message.text ?? message.caption ?? "";
  for (const { offset, length } of mentionsOf(message, me).toReversed()) {
    text = `${text.slice(0, offset)} ${text.slice(offset + length)}`;
  }
  return text.replace(/ {2,}/g, " ").trim();
}

/** The text behind a command that it begins with. */
export function withoutCommand(text: string): string {
  return text.replace(/^\/\w+(?:@\w+)?(?:\s+|$)/, "").trim();
}

export function startsWithCommand(message: Message): boolean {
  return commandOf(message) !== null;
}

function isAddressed(message: Message, me: User): boolean {
  const command = commandOf(message);
  if (command !== null) return isOwnCommand(command, me);
  return mentionsOf(message, me).length > 0 || isReplyTo(message, me);
}

/** Another bot's message, or one that a person made with this bot: to answer it could go on for ever. */
function isMachineMade({ from, sender_chat, via_bot }: Message, me: User): boolean {
  // Who writes as a group or a channel has a bot for a sender.
  return (from?.is_bot === true && sender_chat === undefined) || via_bot?.id === me.id;
}

function commandOf(message: Message): string | null {
  const entities = message.entities ?? message.caption_entities;
  const entity = entities?.find(({ type, offset }) => type === "bot_command" && offset === 0);
  return entity === undefined ? null : (message.text ?? message.caption ?? "").slice(0, entity.length);
}

function isOwnCommand(command: string, me: User): boolean {
  const [, name] = command.split("@");
  return name === undefined || name.toLowerCase() === me.username?.toLowerCase();
}

function isReplyTo(message: Message, me: User): boolean {
  const original = message.reply_to_message;
  // Every first message of a topic "replies" to the notice that opened it, which may be the bot's own.
  return original?.from?.id === me.id && original.forum_topic_created === undefined;
}

function mentionsOf(message: Message, me: User): readonly MessageEntity[] {
  const text = message.text ?? message.caption ?? "";
  const name = `@${me.username}`.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).filter((entity) => {
    if (entity.type === "text_mention") return entity.user.id === me.id;
    return entity.type === "mention" && text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name;
  });
}
