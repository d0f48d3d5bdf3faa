import type { Context } from "grammy";

/** Where an answer goes. */
export interface Place {
  readonly kind: "private" | "group";
  readonly chatId: number;
  /** Null outside topics; the General topic has none either. */
  readonly threadId: number | null;
  /** The message that is answered; null in private chats, where the order says it. */
  readonly replyTo: number | null;
}

/** The place of the message, or of the message that carries the pressed button. */
export function placeOf(ctx: Context): Place {
  const message = ctx.msg;
  if (message === undefined) throw new Error("an update without a message reached a feature");
  const kind = message.chat.type === "private" ? "private" : "group";
  // Outside topics message_thread_id names a chain of replies, and sending to it fails.
  const threadId = message.is_topic_message === true ? (message.message_thread_id ?? null) : null;
  return { kind, chatId: message.chat.id, threadId, replyTo: kind === "group" ? message.message_id : null };
}

/** Under the message whose button was pressed, in private chats too: there may be several on the screen. */
export function placeOfButton(ctx: Context): Place {
  return { ...placeOf(ctx), replyTo: ctx.msg?.message_id ?? null };
}

/** Topics of one group are conversations of their own. */
export function conversationOf({ chatId, threadId }: Place): string {
  return threadId === null ? String(chatId) : `${chatId}:${threadId}`;
}

/** The options that put a message into its topic; for every sending method. */
export function threadOptions({ threadId }: Place): { readonly message_thread_id?: number } {
  return threadId === null ? {} : { message_thread_id: threadId };
}

/** A deleted question is no reason to lose the answer. */
export function replyOptions({ replyTo }: Place) {
  return replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
}
