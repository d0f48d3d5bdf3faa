import type { Context } from "grammy";
import type { Language } from "../domain.ts";
import { languageOf } from "../text/language.ts";

/** The product's own words follow the person's app; answers follow the question. */
export function languageFor(ctx: Context): Language {
  const code = ctx.from?.language_code ?? "";
  if (code.startsWith("zh")) return "zh";
  const text = ctx.message?.text ?? "";
  return text !== "" && languageOf(text) === "zh" ? "zh" : "en";
}

/** A conversation is a chat, or one topic of it. */
export function conversationOf(ctx: Context): string {
  const topic = ctx.msg?.is_topic_message === true ? ctx.msg.message_thread_id : undefined;
  return topic === undefined ? `telegram:${ctx.chat?.id}` : `telegram:${ctx.chat?.id}:${topic}`;
}

export function isPrivate(ctx: Context): boolean {
  return ctx.chat?.type === "private";
}
