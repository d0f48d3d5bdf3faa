import { type Context, InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Answer, ArticleCard, ArticleId, Language } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { RichTextBuilder } from "../rendering/rich-text.ts";
import { sayIn } from "../rendering/say.ts";
import { shownTitle } from "../rendering/shown.ts";
import { languageOf } from "../text/language.ts";
import { dataOf, keepShown } from "./browsing/shown.ts";
import { type ChatTarget, targetOfButton } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { expectedOf, forgetExpected, promptFor } from "./expected.ts";
import { cleanName } from "./names.ts";

/**
 * The person's next question goes to this article only. In a private chat the next message is that question, and a button
 * cancels it. In a group, where a bot may see only replies, Telegram opens a reply for the person who pressed.
 */
export function askAlone(ctx: Context, article: ArticleCard, language: Language, deps: BotDeps): Promise<void> {
  const target = targetOfButton(ctx);
  const say = sayIn(language);
  const expected = { kind: "scope", articleId: article.id } as const;
  const out = new RichTextBuilder();
  if (target.kind === "private") {
    const key = keepShown({ kind: "scope-prompt", articleId: article.id, language }, target.chatId, deps.state);
    const keyboard = new InlineKeyboard().text(say("scope-leave"), dataOf(key, { kind: "ask-all" }));
    const text = out
      .plain(`${say("scope-prompt")}\n`)
      .link(shownTitle(article.title), article.url)
      .build();
    return promptFor(ctx, expected, target, text, keyboard, deps);
  }
  if (ctx.from !== undefined) out.mention(cleanName(ctx.from.first_name), ctx.from).plain("\n");
  const text = out
    .plain(`${say("scope-prompt-group")}\n`)
    .link(shownTitle(article.title), article.url)
    .build();
  return promptFor(ctx, expected, target, text, { force_reply: true, selective: true }, deps);
}

/** The one article that the message asks, if any. */
export function scopeOf(ctx: Context, deps: BotDeps): ArticleId | null {
  const expected = expectedOf(ctx, deps);
  return expected?.kind === "scope" ? expected.articleId : null;
}

export function leaveScope(ctx: Context, articleId: ArticleId, deps: BotDeps): void {
  forgetExpected(ctx, { kind: "scope", articleId }, deps);
}

/**
 * Under an answer from one article: once more that one, or the same question to all; where it did not say, its main
 * points too, for "what is this about?" has no sentence that answers it.
 */
export function scopeRows(
  id: ArticleId,
  question: string,
  kind: Answer["kind"],
  target: ChatTarget,
  state: StateStore,
): InlineKeyboardButton[][] {
  const { key, say } = keepScoped(id, question, target, state);
  const again = InlineKeyboard.text(say("scope-again"), dataOf(key, { kind: "ask-alone" }));
  const all = InlineKeyboard.text(say("ask-all"), dataOf(key, { kind: "ask-all" }));
  if (kind !== "abstained") return [[again, all]];
  return [[again, all], [InlineKeyboard.text(say("summarise-it"), dataOf(key, { kind: "summarise" }))]];
}

/** Where that article is gone. */
export function askAllButton(id: ArticleId, question: string, target: ChatTarget, state: StateStore): InlineKeyboard {
  const { key, say } = keepScoped(id, question, target, state);
  return new InlineKeyboard().text(say("ask-all"), dataOf(key, { kind: "ask-all" }));
}

function keepScoped(articleId: ArticleId, question: string, { chatId }: ChatTarget, state: StateStore) {
  const language = languageOf(question);
  const key = keepShown({ kind: "scoped-answer", articleId, question, language }, chatId, state);
  return { key, say: sayIn(language) };
}
