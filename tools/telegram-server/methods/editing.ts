import type { InlineKeyboardMarkup, Message, MessageEntity } from "grammy/types";
import type { ChatState, TalkMessage } from "../chats.ts";
import { badRequest } from "../failure.ts";
import { messageIdParam } from "../fields.ts";
import { readInlineKeyboard } from "../keyboard.ts";
import { readMessageText } from "../text.ts";
import { nowSeconds, type World } from "../world.ts";
import type { Context, Method, Methods } from "./method.ts";

type Edited = TalkMessage & { edit_date: number };

const editMessageText: Method<"editMessageText"> = (context) => {
  const { world, params, warn } = context;
  const chat = world.chats.writable(params);
  const message = editable(context, chat);
  if (message.text === undefined) throw badRequest("there is no text in the message to edit");
  const { text, entities } = readMessageText(params, world.limits, warn);
  const { text: _text, entities: _entities, reply_markup: _markup, ...rest } = message;
  const edited = {
    ...rest,
    text,
    ...(entities.length === 0 ? {} : { entities: [...entities] }),
    ...keyboardField(readInlineKeyboard(params, world.limits)),
  };
  return replace(world, chat, message, edited) as Edited & Message.TextMessage;
};

const editMessageReplyMarkup: Method<"editMessageReplyMarkup"> = (context) => {
  const { world, params } = context;
  const chat = world.chats.writable(params);
  const message = editable(context, chat);
  const { reply_markup: _, ...rest } = message;
  return replace(world, chat, message, { ...rest, ...keyboardField(readInlineKeyboard(params, world.limits)) });
};

/** An edit without a keyboard takes the old one away. */
const keyboardField = (markup: InlineKeyboardMarkup | undefined) =>
  markup === undefined || markup.inline_keyboard.length === 0 ? {} : { reply_markup: markup };

/** The bot's own message of the call, not older than 48 hours. @throws ApiFailure 400 */
function editable({ world, params }: Context, chat: ChatState): TalkMessage {
  const message = chat.messages.get(messageIdParam(params));
  if (message === undefined) throw badRequest("message to edit not found");
  if (message.from?.id !== world.me.id || isOld(world, message)) throw badRequest("message can't be edited");
  return message;
}

const isOld = (world: World, message: Message) => world.nowMs() - message.date * 1000 > world.limits.editableMs;

function replace(world: World, chat: ChatState, before: TalkMessage, after: TalkMessage): Edited {
  if (looks(before) === looks(after)) throw badRequest(NOT_MODIFIED);
  const edited = { ...after, edit_date: nowSeconds(world) };
  chat.messages.set(before.message_id, edited);
  return edited;
}

/** What a person can see of a message, to tell whether an edit changes anything. */
function looks({ text, entities, reply_markup }: Message): string {
  return JSON.stringify([text, (entities ?? []).map(sorted), reply_markup ?? null]);
}

const sorted = (entity: MessageEntity) => Object.entries(entity).toSorted(([a], [b]) => a.localeCompare(b));

const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

/** #deletemessage: own messages within 48 hours, and in private chats the person's too. */
const deleteMessage: Method<"deleteMessage"> = ({ world, params }) => {
  const chat = world.chats.writable(params);
  const message = chat.messages.get(messageIdParam(params));
  if (message === undefined) throw badRequest("message to delete not found");
  if (isOld(world, message)) throw badRequest("message can't be deleted for everyone");
  if (message.from?.id !== world.me.id && chat.chat.type !== "private") throw badRequest("message can't be deleted");
  chat.messages.delete(message.message_id);
  return true;
};

/** Source: core.telegram.org/bots/api#updating-messages */
export const editingMethods: Methods<"editMessageText" | "editMessageReplyMarkup" | "deleteMessage"> = {
  editMessageText,
  editMessageReplyMarkup,
  deleteMessage,
};
