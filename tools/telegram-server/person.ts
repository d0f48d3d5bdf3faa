import type { Message } from "grammy/types";
import { addMessage, type ChatState, type TalkMessage } from "./chats.ts";
import { detectEntities } from "./detect.ts";
import { faceOf } from "./faces.ts";
import { hasButton } from "./keyboard.ts";
import type { UploadedFile } from "./params.ts";
import { pickedContent } from "./picking.ts";
import { withoutItsReply } from "./reply.ts";
import { chatOf, messageOf, misuse, openFor, PERSON_ID, personOf, type Sending, tellBot } from "./sending.ts";
import { nowSeconds, type World } from "./world.ts";

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
    const state = chatOf(this.#world, chatId);
    const { entities: _, ...before } = messageOf(state, messageId);
    const entities = detectEntities(text);
    const fields = entities.length === 0 ? {} : { entities: [...entities] };
    const edited = { ...before, text, ...fields, edit_date: nowSeconds(this.#world) };
    state.messages.set(messageId, edited);
    tellBot(this.#world, { edited_message: edited });
    return edited;
  }

  /** A person presses an inline button; gives the query's id. @throws AppError when the message has no such button */
  pressButton(chatId: number, messageId: number, data: string, from: number = PERSON_ID): string {
    const state = chatOf(this.#world, chatId);
    const message = messageOf(state, messageId);
    if (!hasButton(message, data)) {
      throw misuse(`Message ${messageId} of chat ${chatId} has no button "${data}". Press one of those it shows.`);
    }
    const id = this.#world.callbacks.ask();
    const user = state.members.get(from) ?? personOf(from, undefined);
    tellBot(this.#world, { callback_query: { id, from: user, message, chat_instance: String(chatId), data } });
    return id;
  }

  /** A person stops the draft that is being written. @throws AppError when no draft with a stop button is shown */
  pressStop(chatId: number): void {
    const state = chatOf(this.#world, chatId);
    const draft = state.liveDraft;
    if (state.chat.type !== "private" || draft === null || !draft.canStop || draft.untilMs <= this.#world.nowMs()) {
      throw misuse(`Chat ${chatId} shows no draft that can be stopped. Wait for one sent with can_stop.`);
    }
    if (!draft.keepOnStop) state.liveDraft = null;
    const thread = draft.threadId === null ? {} : { message_thread_id: draft.threadId };
    tellBot(this.#world, { stopped_message_generation: { chat: state.chat, draft_id: draft.draftId, ...thread } });
  }

  /** A person types `@bot query` in some chat; gives the query's id. @throws AppError when the query is too long */
  askInline(query: string, from: number = PERSON_ID): string {
    const max = this.#world.limits.inlineQueryUnits;
    if (query.length > max)
      throw misuse(`An inline query has at most ${max} characters, not ${query.length}. Shorten it.`);
    const id = this.#world.inlineQueries.ask();
    const inline = { id, from: personOf(from, undefined), query, offset: "", chat_type: "sender" as const };
    tellBot(this.#world, { inline_query: inline });
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

  #send(content: Partial<Message>, sending: Sending): Message {
    const { from = PERSON_ID, replyTo, quote, threadId, forwardOrigin, mediaGroupId } = sending;
    const user = personOf(from, sending.languageCode);
    const state = openFor(this.#world, user, sending);
    if (threadId !== undefined) state.threads.add(threadId);
    const original = replyTo === undefined ? undefined : messageOf(state, replyTo);
    const face = faceOf(sending.as, state.chat);
    const message = addMessage(state, face?.from ?? user, {
      date: nowSeconds(this.#world),
      ...face?.fields,
      ...content,
      ...(forwardOrigin === undefined ? {} : { forward_origin: forwardOrigin }),
      ...(mediaGroupId === undefined ? {} : { media_group_id: mediaGroupId }),
      ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true }),
      ...(original === undefined ? {} : { reply_to_message: withoutItsReply(original) }),
      ...(original === undefined || quote === undefined
        ? {}
        : {
            quote: { text: quote, position: (original.text ?? original.caption ?? "").indexOf(quote), is_manual: true },
          }),
    });
    if (this.#botSees(state, message)) tellBot(this.#world, { message });
    return message;
  }

  /** Privacy mode: commands, mentions of the bot, replies to it and what was sent through it (core.telegram.org/bots/features#privacy-mode). */
  #botSees(state: ChatState, message: TalkMessage): boolean {
    const { me } = this.#world;
    if (state.chat.type === "private" || me.can_read_all_group_messages) return true;
    const isCommand = (message.entities ?? []).some(({ type }) => type === "bot_command");
    const isMention = (message.text ?? message.caption ?? "").toLowerCase().includes(`@${me.username.toLowerCase()}`);
    return isCommand || isMention || message.reply_to_message?.from?.id === me.id || message.via_bot?.id === me.id;
  }
}

function captioned(caption: string | undefined): Pick<Message, "caption" | "caption_entities"> {
  if (caption === undefined) return {};
  const entities = detectEntities(caption);
  return { caption, ...(entities.length === 0 ? {} : { caption_entities: [...entities] }) };
}
