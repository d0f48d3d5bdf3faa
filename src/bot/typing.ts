import type { Api } from "grammy";
import { type Place, threadOptions } from "./place.ts";

/** Telegram shows the sign for five seconds. */
const REPEAT_MS = 4_000;

/** Shows "typing…" until the work is done; that it cannot be shown is no reason to stop working. */
export async function withTyping<T>(api: Api, place: Place, work: () => Promise<T>): Promise<T> {
  const show = () => void api.sendChatAction(place.chatId, "typing", threadOptions(place)).catch(() => {});
  show();
  const timer = setInterval(show, REPEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
