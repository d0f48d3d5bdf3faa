import type { Chat, Message, MessageEntity, ReactionType, Update, User } from "grammy/types";
import { badRequest, forbidden } from "./failure.ts";
import { stringParam } from "./fields.ts";
import type { Params } from "./params.ts";

export type ChatType = "private" | "group" | "supergroup";
type TalkChat = Exclude<Chat, Chat.ChannelChat>;

/** A message of a chat where people and the bot talk; channels are not played. */
export type TalkMessage = Message & Update.NonChannel;

/** One state of a draft, as a person saw it. */
export interface DraftState {
  readonly draftId: number;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly threadId: number | null;
  readonly canStop: boolean;
  readonly keepOnStop: boolean;
  readonly atMs: number;
  /** From then on it is gone, unless it was renewed. */
  readonly untilMs: number;
}

/** A chat with its messages. Ids count from 1 in each chat, so that a bot which takes them for global ones fails. */
export interface ChatState {
  readonly chat: TalkChat;
  readonly messages: Map<number, TalkMessage>;
  readonly members: Map<number, User>;
  readonly threads: Set<number>;
  /** All draft states ever shown, oldest first. */
  readonly drafts: DraftState[];
  readonly reactions: Map<number, readonly ReactionType[]>;
  liveDraft: DraftState | null;
  access: "open" | "blocked" | "left";
  lastMessageId: number;
}

export class Chats {
  readonly #chats = new Map<number, ChatState>();

  /** The chat of that id, begun by a person if it is new. */
  open(id: number, type: ChatType, starter: User): ChatState {
    const known = this.#chats.get(id);
    if (known !== undefined) return known;
    const chat: ChatState = {
      chat: chatOf(id, type, starter),
      messages: new Map(),
      members: new Map(),
      threads: new Set(),
      drafts: [],
      reactions: new Map(),
      liveDraft: null,
      access: "open",
      lastMessageId: 0,
    };
    this.#chats.set(id, chat);
    return chat;
  }

  get(id: number): ChatState | undefined {
    return this.#chats.get(id);
  }

  /** The chat a call names, open or not. @throws ApiFailure 400 */
  named(params: Params): ChatState {
    const id = stringParam(params, "chat_id") ?? "";
    if (id === "") throw badRequest("chat_id is empty");
    const chat = this.#chats.get(Number(id));
    if (chat === undefined) throw badRequest("chat not found");
    return chat;
  }

  /** The chat a call names, when the bot may write there. @throws ApiFailure 400, 403 */
  writable(params: Params): ChatState {
    if (this.#isOnlyMet(Number(stringParam(params, "chat_id")))) {
      throw forbidden("bot can't initiate conversation with a user");
    }
    const chat = this.named(params);
    if (chat.access === "blocked") throw forbidden("bot was blocked by the user");
    if (chat.access === "left") throw forbidden(`bot is not a member of the ${chat.chat.type} chat`);
    return chat;
  }

  /** Somebody of a group who never wrote to the bot itself. */
  #isOnlyMet(id: number): boolean {
    return !this.#chats.has(id) && [...this.#chats.values()].some(({ members }) => members.has(id));
  }
}

function chatOf(id: number, type: ChatType, starter: User): TalkChat {
  if (type === "private") return { id, type, first_name: starter.first_name };
  return { id, type, title: `Group ${Math.abs(id)}` };
}

/** Stores a new message under the chat's next id. A message of the bot ends its draft (#sendmessagedraft). */
export function addMessage(
  state: ChatState,
  from: User,
  fields: Readonly<Partial<Message>> & { readonly date: number },
): TalkMessage {
  state.lastMessageId += 1;
  const message = { ...fields, from, message_id: state.lastMessageId, chat: state.chat } as TalkMessage;
  state.messages.set(message.message_id, message);
  if (from.is_bot) state.liveDraft = null;
  return message;
}
