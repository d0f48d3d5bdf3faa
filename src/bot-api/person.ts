import type { Message, MessageEntity, MessageOrigin, User } from "grammy/types";
import { AppError } from "../errors.ts";
import { addMessage, type ChatState, type ChatType, type TalkMessage } from "./chats.ts";
import { detectEntities } from "./detect.ts";
import { type Face, faceOf } from "./faces.ts";
import { hasButton } from "./keyboard.ts";
import type { UploadedFile } from "./params.ts";
import { pickedContent } from "./picking.ts";
import { withoutItsReply } from "./reply.ts";
import { nowSeconds, type World } from "./world.ts";

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

/** What people do in their Telegram clients. */
export class Person {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A person sends a text. */
  sendText(text: string, sending: Sending = {}): Message {
    const entities = sending.entities ?? detectEntities(text);
    return this.#send({ text, ...(entities.length === 0 ? {} : { entities: [...entities] }) }, sending);
  }

  /** A person sends a file, perhaps with a caption. */
  sendDocument(file: UploadedFile, sending: Sending & { readonly caption?: string } = {}): Message {
    const { caption } = sending;
    return this.#send({ document: this.#world.files.add(file), ...captioned(caption) }, sending);
  }

  /** A person sends a picture, perhaps with a caption. */
  sendPhoto(file: UploadedFile, sending: Sending & { readonly caption?: string } = {}): Message {
    const { caption } = sending;
    const { file_id, file_unique_id, file_size } = this.#world.files.add(file);
    const size = { file_id, file_unique_id, width: 90, height: 90, ...(file_size === undefined ? {} : { file_size }) };
    return this.#send({ photo: [size], ...captioned(caption) }, sending);
  }

  /** A person sends what has no method of its own here; `content` as in #message. */
  sendOther(content: Partial<Message>, sending: Sending = {}): Message {
    return this.#send(content, sending);
  }

  /** A person changes a text of theirs; the bot gets `edited_message`. @throws AppError when there is no such message */
  editText(chatId: number, messageId: number, text: string): Message {
    const state = this.#chat(chatId);
    const { entities: _, ...before } = this.#message(state, messageId);
    const entities = detectEntities(text);
    const fields = entities.length === 0 ? {} : { entities: [...entities] };
    const edited = { ...before, text, ...fields, edit_date: nowSeconds(this.#world) };
    state.messages.set(messageId, edited);
    this.#push({ edited_message: edited });
    return edited;
  }

  /** A person presses an inline button; gives the query's id. @throws AppError when the message has no such button */
  pressButton(chatId: number, messageId: number, data: string, from: number = PERSON_ID): string {
    const state = this.#chat(chatId);
    const message = this.#message(state, messageId);
    if (!hasButton(message, data)) {
      throw misuse(`Message ${messageId} of chat ${chatId} has no button "${data}". Press one of those it shows.`);
    }
    const id = this.#world.callbacks.ask();
    const user = state.members.get(from) ?? personOf(from, undefined);
    this.#push({ callback_query: { id, from: user, message, chat_instance: String(chatId), data } });
    return id;
  }

  /** A person stops the draft that is being written. @throws AppError when no draft with a stop button is shown */
  pressStop(chatId: number): void {
    const state = this.#chat(chatId);
    const draft = state.liveDraft;
    if (state.chat.type !== "private" || draft === null || !draft.canStop || draft.untilMs <= this.#world.nowMs()) {
      throw misuse(`Chat ${chatId} shows no draft that can be stopped. Wait for one sent with can_stop.`);
    }
    if (!draft.keepOnStop) state.liveDraft = null;
    const thread = draft.threadId === null ? {} : { message_thread_id: draft.threadId };
    this.#push({ stopped_message_generation: { chat: state.chat, draft_id: draft.draftId, ...thread } });
  }

  /** A person types `@bot query` in some chat; gives the query's id. @throws AppError when the query is too long */
  askInline(query: string, from: number = PERSON_ID): string {
    const max = this.#world.limits.inlineQueryUnits;
    if (query.length > max)
      throw misuse(`An inline query has at most ${max} characters, not ${query.length}. Shorten it.`);
    const id = this.#world.inlineQueries.ask();
    const inline = { id, from: personOf(from, undefined), query, offset: "", chat_type: "sender" as const };
    this.#push({ inline_query: inline });
    return id;
  }

  /**
   * A person picks a result of their inline query, which sends its text in their name, to the bot itself unless another chat
   * is told. @throws AppError when the answer has no such article
   */
  chooseInline(queryId: string, resultId: string, sending: Sending = {}): Message {
    const content = pickedContent(this.#world, queryId, resultId);
    if (content === undefined) {
      throw misuse(`The answer to ${queryId} has no article "${resultId}". Wait for the answer, and pick one it has.`);
    }
    return this.#send(content, sending);
  }

  /** A person blocks the bot, or a group throws it out: every method that writes there answers 403. */
  block(chatId: number): void {
    const state = this.#chat(chatId);
    const isPrivate = state.chat.type === "private";
    state.access = isPrivate ? "blocked" : "left";
    state.liveDraft = null;
    const user = this.#world.me;
    const [from = personOf(PERSON_ID, undefined)] = state.members.values();
    this.#push({
      my_chat_member: {
        chat: state.chat,
        from,
        date: nowSeconds(this.#world),
        old_chat_member: { status: "member", user },
        new_chat_member: isPrivate ? { status: "kicked", user, until_date: 0 } : { status: "left", user },
      },
    });
  }

  /** A person adds the bot to a group, which may be new (#update, `my_chat_member`). */
  addBot(chatId: number, from: number = PERSON_ID, chatType: ChatType = "supergroup"): void {
    const user = personOf(from, undefined);
    const state = this.#opened(user, { chat: chatId, chatType });
    const { me } = this.#world;
    this.#push({
      my_chat_member: {
        chat: state.chat,
        from: user,
        date: nowSeconds(this.#world),
        old_chat_member: { status: "left", user: me },
        new_chat_member: { status: "member", user: me },
      },
    });
  }

  /** A group becomes a supergroup: a notice in each of the two (#message, `migrate_to_chat_id`). */
  upgradeGroup(chatId: number, newId: number): void {
    const old = this.#chat(chatId);
    const [user = personOf(PERSON_ID, undefined)] = old.members.values();
    const state = this.#opened(user, { chat: newId, chatType: "supergroup" });
    const date = nowSeconds(this.#world);
    this.#push({ message: addMessage(old, user, { date, migrate_to_chat_id: newId }) });
    this.#push({ message: addMessage(state, user, { date, migrate_from_chat_id: chatId }) });
    old.access = "left";
  }

  #send(content: Partial<Message>, sending: Sending): Message {
    const { from = PERSON_ID, replyTo, threadId, forwardOrigin, mediaGroupId } = sending;
    const user = personOf(from, sending.languageCode);
    const state = this.#opened(user, sending);
    if (threadId !== undefined) state.threads.add(threadId);
    const original = replyTo === undefined ? undefined : this.#message(state, replyTo);
    const face = faceOf(sending.as, state.chat);
    const message = addMessage(state, face?.from ?? user, {
      date: nowSeconds(this.#world),
      ...face?.fields,
      ...content,
      ...(forwardOrigin === undefined ? {} : { forward_origin: forwardOrigin }),
      ...(mediaGroupId === undefined ? {} : { media_group_id: mediaGroupId }),
      ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true }),
      ...(original === undefined ? {} : { reply_to_message: withoutItsReply(original) }),
    });
    if (this.#botSees(state, message)) this.#push({ message });
    return message;
  }

  /** Writing to a bot one has blocked unblocks it, as in the clients. */
  #opened(user: User, { chat: chatId = user.id, chatType }: Sending): ChatState {
    const type = chatType ?? (chatId === user.id ? "private" : "supergroup");
    const state = this.#world.chats.open(chatId, type, user);
    state.members.set(user.id, user);
    state.access = "open";
    return state;
  }

  /** Privacy mode: commands, mentions of the bot, replies to it and what was sent through it (core.telegram.org/bots/features#privacy-mode). */
  #botSees(state: ChatState, message: TalkMessage): boolean {
    const { me } = this.#world;
    if (state.chat.type === "private" || me.can_read_all_group_messages) return true;
    const isCommand = (message.entities ?? []).some(({ type }) => type === "bot_command");
    const isMention = (message.text ?? message.caption ?? "").toLowerCase().includes(`@${me.username.toLowerCase()}`);
    return isCommand || isMention || message.reply_to_message?.from?.id === me.id || message.via_bot?.id === me.id;
  }

  #push(update: Parameters<World["updates"]["push"]>[0]): void {
    this.#world.updates.push(update);
    this.#world.changes.tell();
  }

  #chat(chatId: number): ChatState {
    const state = this.#world.chats.get(chatId);
    if (state === undefined) throw misuse(`There is no chat ${chatId} yet. Let a person write there first.`);
    return state;
  }

  #message(state: ChatState, messageId: number): TalkMessage {
    const message = state.messages.get(messageId);
    if (message !== undefined) return message;
    const ids = [...state.messages.keys()].join(", ") || "none";
    throw misuse(`Chat ${state.chat.id} has no message ${messageId}. It has: ${ids}.`);
  }
}

function captioned(caption: string | undefined): Pick<Message, "caption" | "caption_entities"> {
  if (caption === undefined) return {};
  const entities = detectEntities(caption);
  return { caption, ...(entities.length === 0 ? {} : { caption_entities: [...entities] }) };
}

function personOf(id: number, languageCode: string | undefined): User {
  const language_code = (languageCode ?? "en") as NonNullable<User["language_code"]>;
  return { id, is_bot: false, first_name: `Person ${id}`, language_code };
}

const misuse = (what: string) => new AppError("usage", what);
