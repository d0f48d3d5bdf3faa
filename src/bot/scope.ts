import { type Context, InlineKeyboard } from "grammy";
import type { ArticleCard, ArticleId, Language } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { RichTextBuilder } from "../rendering/rich-text.ts";
import { sayIn } from "../rendering/say.ts";
import { dataOf, keepShown } from "./browsing/shown.ts";
import type { BotDeps } from "./deps.ts";
import { expectedOf, forgetExpected, promptFor } from "./expected.ts";
import { cleanName } from "./names.ts";
import { placeOfButton } from "./place.ts";

/**
 * The person's next question goes to this article alone. In private the next message is that question, and a button takes
 * it back; in a group, where a bot may see nothing but replies, Telegram opens a reply for the one who pressed.
 */
export function askAlone(ctx: Context, article: ArticleCard, language: Language, deps: BotDeps): Promise<void> {
  const place = placeOfButton(ctx);
  const say = sayIn(language);
  const expected = { kind: "scope", articleId: article.id } as const;
  const out = new RichTextBuilder();
  if (place.kind === "private") {
    const key = keepShown({ kind: "scope-prompt", articleId: article.id, language }, place.chatId, deps.state);
    const keyboard = new InlineKeyboard().text(say("scope-leave"), dataOf(key, { kind: "ask-all" }));
    const text = out
      .plain(`${say("scope-prompt")}\n`)
      .link(article.title, article.url)
      .build();
    return promptFor(ctx, expected, place, text, keyboard, deps);
  }
  if (ctx.from !== undefined) out.mention(cleanName(ctx.from.first_name), ctx.from).plain(" ");
  const text = out
    .plain(`${say("scope-prompt-group")}\n`)
    .link(article.title, article.url)
    .build();
  return promptFor(ctx, expected, place, text, { force_reply: true, selective: true }, deps);
}

/** The one article that the message asks, if any. */
export function scopeOf(ctx: Context, deps: BotDeps): ArticleId | null {
  const expected = expectedOf(ctx, deps);
  return expected?.kind === "scope" ? expected.articleId : null;
}

export function leaveScope(ctx: Context, articleId: ArticleId, deps: BotDeps): void {
  forgetExpected(ctx, { kind: "scope", articleId }, deps);
}

/** Under an answer from one article: once more that one, or the same question to all. */
export function scopeButtons(keyboard: InlineKeyboard, about: ScopedAnswer, { state }: BotDeps): InlineKeyboard {
  const say = sayIn(about.language);
  const key = keepScoped(about, state);
  return keyboard
    .row()
    .text(say("scope-again"), dataOf(key, { kind: "ask-alone" }))
    .text(say("ask-all"), dataOf(key, { kind: "ask-all" }));
}

/** Where that article is gone. */
export function askAllButton(about: ScopedAnswer, { state }: BotDeps): InlineKeyboard {
  return new InlineKeyboard().text(
    sayIn(about.language)("ask-all"),
    dataOf(keepScoped(about, state), { kind: "ask-all" }),
  );
}

interface ScopedAnswer {
  readonly articleId: ArticleId;
  readonly question: string;
  readonly language: Language;
  readonly chatId: number;
}

const keepScoped = ({ chatId, ...about }: ScopedAnswer, state: StateStore): string =>
  keepShown({ kind: "scoped-answer", ...about }, chatId, state);
