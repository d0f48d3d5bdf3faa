import type { Context } from "grammy";

/** The chat, topic and message that an answer goes to. */
export interface ChatTarget {
  readonly kind: "private" | "group";
  readonly chatId: number;
  /** null outside topics, and in the General topic. */
  readonly threadId: number | null;
  /** The message to reply to; null in private chats, where the order makes it clear. */
  readonly replyTo: number | null;
}

/** The target for an answer to the message, or to the message with the pressed button. */
export function targetOf(ctx: Context): ChatTarget {
  const message = ctx.msg;
  if (message === undefined) throw new Error("an update without a message reached a feature");
  const kind = message.chat.type === "private" ? "private" : "group";
  // Outside topics, message_thread_id is a chain of replies, and sending to it fails.
  const threadId = message.is_topic_message === true ? (message.message_thread_id ?? null) : null;
  return { kind, chatId: message.chat.id, threadId, replyTo: kind === "group" ? message.message_id : null };
}

/** Replies to the message whose button was pressed, in private chats too, since several may be on the screen. */
export function targetOfButton(ctx: Context): ChatTarget {
  return { ...targetOf(ctx), replyTo: ctx.msg?.message_id ?? null };
}

/** Each topic of a group is a conversation of its own. */
export function conversationOf({ chatId, threadId }: ChatTarget): string {
  return threadId === null ? String(chatId) : `${chatId}:${threadId}`;
}

/** Options that put a message into its topic, for every sending method. */
export function threadOptions({ threadId }: ChatTarget): { readonly message_thread_id?: number } {
  return threadId === null ? {} : { message_thread_id: threadId };
}

/** If the question was deleted, the answer is still sent. */
export function replyOptions({ replyTo }: ChatTarget) {
  return replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
}
