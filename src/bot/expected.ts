import type { Context } from "grammy";
import { z } from "zod";
import type { ArticleId } from "../domain.ts";
import type { RichText } from "../rendering/rich-text.ts";
import { type ChatTarget, conversationOf, replyOptions, targetOf } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { type Markup, sendOne } from "./send.ts";

/** Later than this nobody remembers what was begun; a reply to the prompt itself counts always. */
const REMEMBERED_MS = 3_600_000;

/** What a coming message is for: words to find, or a question to one article. Read back after a restart. */
const Expected = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("find") }),
  z.object({ kind: z.literal("scope"), articleId: z.string().transform((id) => id as ArticleId) }),
]);
export type Expected = z.infer<typeof Expected>;

type Knowing = Pick<BotDeps, "state" | "clock">;

/** Asks the person for a message: their next one, or a reply to this prompt by anyone, is for that. */
export async function promptFor(
  ctx: Context,
  expected: Expected,
  target: ChatTarget,
  prompt: RichText,
  markup: Markup,
  { state }: Knowing,
): Promise<void> {
  if (ctx.from !== undefined) state.expectNext(conversationOf(target), ctx.from.id, expected);
  const sent = await sendOne(ctx.api, target, prompt, { ...replyOptions(target), reply_markup: markup });
  if (typeof sent === "object") state.keepPrompt(String(target.chatId), sent.message_id, expected);
}

/** What the message that came is for, where something was expected. */
export function expectedOf(ctx: Context, { state, clock }: Knowing): Expected | null {
  const message = ctx.message;
  if (message?.text === undefined || ctx.from === undefined) return null;
  const prompt = message.reply_to_message?.message_id;
  const replied = prompt === undefined ? null : read(state.prompt(String(message.chat.id), prompt));
  const since = new Date(clock.now().getTime() - REMEMBERED_MS);
  return replied ?? read(state.expectedNext(conversationOf(targetOf(ctx)), ctx.from.id, since));
}

/** It has come, or is not wanted any more. */
export function forgetExpected(ctx: Context, expected: Expected, { state }: Knowing): void {
  if (ctx.from !== undefined) state.forgetNext(conversationOf(targetOf(ctx)), ctx.from.id, expected);
}

function read(payload: unknown): Expected | null {
  const parsed = Expected.safeParse(payload);
  return parsed.success ? parsed.data : null;
}
