import { setTimeout as sleep } from "node:timers/promises";
import type { BotApiServer, Call } from "../telegram-server/server.ts";

const LOOK_EVERY_MS = 5;

/** What a chat was sent, oldest first. */
export interface Seen {
  readonly messages: { readonly text: string; readonly atMs: number }[];
  readonly drafts: { readonly atMs: number }[];
}

/** Sorts the bot's calls by chat as they come, looking at each once, so that watching costs next to nothing. */
export function watchChats(server: BotApiServer) {
  const chats = new Map<number, Seen>();
  let looked = 0;
  const seenBy = (chat: number): Seen => {
    const seen = chats.get(chat) ?? { messages: [], drafts: [] };
    chats.set(chat, seen);
    return seen;
  };
  const note = ({ method, params, atMs }: Call) => {
    const seen = seenBy(Number(params.chat_id));
    if (method === "sendMessage") seen.messages.push({ text: String(params.text), atMs });
    if (method === "sendMessageDraft") seen.drafts.push({ atMs });
  };
  return {
    seenBy,
    async until(isDone: () => boolean, deadlineMs: number): Promise<"done" | "late"> {
      const endMs = performance.now() + deadlineMs;
      while (performance.now() < endMs) {
        for (const call of server.calls.slice(looked)) note(call);
        looked = server.calls.length;
        if (isDone()) return "done";
        await sleep(LOOK_EVERY_MS);
      }
      return "late";
    },
  };
}
