import type { Context } from "grammy";
import { targetOf } from "./chat-target.ts";
import { sayTo } from "./language.ts";
import { sendText } from "./send.ts";

/** The person's next message becomes a reply to the bot, which is a question in groups too. */
export function askForQuestion(ctx: Context): Promise<void> {
  return sendText(ctx.api, targetOf(ctx), sayTo(ctx)("ask-for-question"), { force_reply: true, selective: true });
}
