import type { Context } from "grammy";

/** Telegram shows an action for five seconds. */
const REPEAT_MS = 4_000;

/** Shows "typing" until the work ends; best effort. */
export async function whileTyping<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  const show = () => void ctx.replyWithChatAction("typing").catch(() => {});
  show();
  const timer = setInterval(show, REPEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
