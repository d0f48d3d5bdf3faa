import type { Context } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Answer, ArticleCard, ArticleId, DateRange, Ignored, Reading } from "../domain.ts";
import { renderAnswer } from "../rendering/render.ts";
import type { RichText } from "../rendering/rich-text.ts";
import { type Say, sayIn } from "../rendering/say.ts";
import { renderScoped } from "../rendering/scoped.ts";
import { languageOf } from "../text/language.ts";
import { LONGEST_QUESTION_CHARS, shortenQuestion } from "../text/long-question.ts";
import { type ChatTarget, conversationOf, targetOf } from "./chat-target.ts";
import { describe } from "./delivery.ts";
import type { BotDeps } from "./deps.ts";
import { apologyFor } from "./error-reply.ts";
import { answerButtons } from "./kept-buttons.ts";
import { readLinked } from "./linked-article.ts";
import { liveAnswer } from "./live/live-answer.ts";
import { repliedWords } from "./replied-words.ts";
import type { RunningAnswers } from "./running-answers.ts";
import { askAllButton, leaveScope, scopeOf } from "./scope.ts";
import { sendText } from "./send.ts";
import { withTyping } from "./typing.ts";

export interface Asked {
  readonly text: string;
  /** Said under the answer: what of the message was not read. */
  readonly note?: string;
  /** Of the text, where it was read already. */
  readonly reading?: Reading;
  /** What of the reading a button took back, and the days that it set instead. */
  readonly ignored?: readonly Ignored[];
  readonly range?: DateRange | null;
  /** Nothing said before counts. */
  readonly alone?: boolean;
}

type Outcome =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly error: unknown };

/** From a person's question to the delivered answer, or to a sentence that says why there is none. */
export async function answerQuestion(
  ctx: Context,
  given: Asked,
  deps: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  const { text, article, unread } = readLinked(given.text, deps.additions);
  const target = targetOf(ctx);
  const scope = scopeOf(ctx, deps) ?? article?.id ?? null;
  const only = scope === null ? null : (deps.library.article(scope)?.card ?? null);
  if (scope !== null && only === null) return tellScopeGone(ctx, text, scope, deps);
  const language = languageOf(shortenQuestion(text));
  const say = sayIn(language);
  const notes = [unread ? say("link-unread") : undefined, given.note, isLong(text) ? say("long-question") : undefined];
  const draftId = ctx.update.update_id;
  const live = liveAnswer({ api: ctx.api, target, language, draftId }, answers.paces);
  const asked = { ...given, text };
  const { note: _, ...question } = asked;
  const repliedTo = asked.alone === true ? null : repliedWords(ctx);
  const request = { ...question, chat: conversationOf(target), scope, repliedTo, onClaims: live.show };
  const write = (signal: AbortSignal) =>
    deps.library.ask({ ...request, signal }).then(
      (answer): Outcome => ({ kind: "answer", answer }),
      (error: unknown): Outcome => (signal.aborted ? { kind: "stopped" } : { kind: "failed", error }),
    );
  const run = () => answers.run(target.chatId, ctx.from?.id ?? 0, draftId, write);
  const outcome = await withTyping(ctx.api, target, run);
  if (outcome.kind === "failed")
    deps.logger.error("a question could not be answered", { update: draftId, error: describe(outcome.error) });
  if (outcome.kind === "answer" && only !== null) leaveScope(ctx, only.id, deps);
  await live.finish(withNotes(wordsOf(outcome, only, say), notes), buttonsOf(outcome, only, asked, target, deps));
}

function wordsOf(outcome: Outcome, only: ArticleCard | null, say: Say): RichText {
  switch (outcome.kind) {
    case "answer":
      if (only === null) return renderAnswer(outcome.answer);
      return renderScoped(renderAnswer(outcome.answer, "one"), only, say);
    case "stopped":
      return { text: say("stopped"), entities: [] };
    case "failed":
      return { text: say(apologyFor(outcome.error)), entities: [] };
  }
}

const isLong = (text: string): boolean => text.length > LONGEST_QUESTION_CHARS;

function withNotes({ text, entities }: RichText, notes: readonly (string | undefined)[]): RichText {
  const said = notes.filter((note) => note !== undefined).join("\n");
  if (said === "") return { text, entities };
  const offset = text.length + 2;
  return { text: `${text}\n\n${said}`, entities: [...entities, { type: "italic", offset, length: said.length }] };
}

function buttonsOf(
  outcome: Outcome,
  only: ArticleCard | null,
  { text: question, ignored }: Asked,
  target: ChatTarget,
  { state }: BotDeps,
): InlineKeyboardMarkup | undefined {
  return outcome.kind === "answer"
    ? answerButtons({ question, answer: outcome.answer, only, ignored }, target, state)
    : undefined;
}

/** Nothing else is searched unless the person asks for it. */
async function tellScopeGone(ctx: Context, text: string, scope: ArticleId, deps: BotDeps): Promise<void> {
  leaveScope(ctx, scope, deps);
  const target = targetOf(ctx);
  const say = sayIn(languageOf(text));
  await sendText(ctx.api, target, say("scope-gone"), askAllButton(scope, text, target, deps.state));
}
