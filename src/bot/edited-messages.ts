import type { Context, MiddlewareFn } from "grammy";

/** A correction comes soon; what is changed later is put in order, and nobody waits for an answer. */
const LONGEST_CORRECTION_S = 3_600;
const MOST_REMEMBERED = 1_000;

/**
 * A text that its writer changed is taken as if it had come now, and so is answered anew. Telegram also reports changes
 * that nobody made, such as a preview that was found: those leave the words as they were.
 */
export function editedMessages(): MiddlewareFn<Context> {
  const known = new Map<string, string>();
  return async (ctx, next) => {
    const message = ctx.message ?? ctx.editedMessage;
    if (message?.text === undefined) return ctx.editedMessage === undefined ? next() : undefined;
    const key = `${message.chat.id} ${message.message_id}`;
    const before = known.get(key);
    known.delete(key);
    known.set(key, message.text);
    for (const oldest of known.keys()) if (known.size > MOST_REMEMBERED) known.delete(oldest);
    if (ctx.editedMessage === undefined) return next();
    const isLate = (message.edit_date ?? 0) - message.date > LONGEST_CORRECTION_S;
    if (before === message.text || isLate || message.forward_origin !== undefined) return;
    // In place, for every later step reads the update.
    Object.assign(ctx.update, { message: ctx.editedMessage, edited_message: undefined });
    return next();
  };
}
