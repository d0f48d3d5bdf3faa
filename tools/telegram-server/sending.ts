import type { MessageEntity, MessageOrigin, User } from "grammy/types";
import { AppError } from "../../src/errors.ts";
import type { ChatState, ChatType, TalkMessage } from "./chats.ts";
import type { Face } from "./faces.ts";
import type { World } from "./world.ts";

/** Who sends something, and where. */
export interface Sending {
  /** Id of the person; 42 when left out. */
  readonly from?: number;
  /** The private chat with that person when left out. Groups have negative ids. */
  readonly chat?: number;
  /** `private` for the person's own id, else `supergroup`. Counts when the chat is new. */
  readonly chatType?: ChatType;
  /** Id of a message of the same chat. */
  readonly replyTo?: number;
  /** The part of that message that is quoted. */
  readonly quote?: string;
  readonly threadId?: number;
  /** The message is a forward from there. */
  readonly forwardOrigin?: MessageOrigin;
  /** Of an album: messages sent together share it. */
  readonly mediaGroupId?: string;
  /** Behind which face: then `from` is one that many share (#message, `sender_chat`). */
  readonly as?: Face;
  /** IETF tag as clients send it, such as `zh-hans`; `en` when left out. */
  readonly languageCode?: string;
  /** Instead of the commands and mentions found in the text. */
  readonly entities?: readonly MessageEntity[];
}

export const PERSON_ID = 42;

export function personOf(id: number, languageCode: string | undefined): User {
  const language_code = (languageCode ?? "en") as NonNullable<User["language_code"]>;
  return { id, is_bot: false, first_name: `Person ${id}`, language_code };
}

/** Writing to a bot one has blocked unblocks it, as in the clients. */
export function openFor(world: World, user: User, { chat: chatId = user.id, chatType }: Sending): ChatState {
  const type = chatType ?? (chatId === user.id ? "private" : "supergroup");
  const state = world.chats.open(chatId, type, user);
  state.members.set(user.id, user);
  state.access = "open";
  return state;
}

export function tellBot(world: World, update: Parameters<World["updates"]["push"]>[0]): void {
  world.updates.push(update);
  world.changes.tell();
}

/** @throws AppError when nobody wrote there yet */
export function chatOf(world: World, chatId: number): ChatState {
  const state = world.chats.get(chatId);
  if (state === undefined) throw misuse(`There is no chat ${chatId} yet. Let a person write there first.`);
  return state;
}

/** @throws AppError when the chat has no such message */
export function messageOf(state: ChatState, messageId: number): TalkMessage {
  const message = state.messages.get(messageId);
  if (message !== undefined) return message;
  const ids = [...state.messages.keys()].join(", ") || "none";
  throw misuse(`Chat ${state.chat.id} has no message ${messageId}. It has: ${ids}.`);
}

export const misuse = (what: string) => new AppError("usage", what);
