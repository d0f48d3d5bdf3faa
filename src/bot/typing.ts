import type { Api } from "grammy";
import { type ChatTarget, threadOptions } from "./chat-target.ts";

/** Telegram shows the sign for five seconds. */
const REPEAT_MS = 4_000;

/** Shows "typing…" until the work is done; that it cannot be shown is no reason to stop working. */
export async function withTyping<T>(api: Api, target: ChatTarget, work: () => Promise<T>): Promise<T> {
  const show = () => void api.sendChatAction(target.chatId, "typing", threadOptions(target)).catch(() => {});
  show();
  const timer = setInterval(show, REPEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
