import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Answer, ArticleCard, Claim, Ignored, KeptReply, Overview, Summary } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { keptAnswer, keptSummary } from "../rendering/kept-reply.ts";
import { sayIn } from "../rendering/say.ts";
import { citingClaims } from "../rendering/timeline.ts";
import { limitRow, weekOffered } from "./browsing/limit-buttons.ts";
import { dataOf, keepShown } from "./browsing/shown.ts";
import { type ChatTarget, conversationOf } from "./chat-target.ts";
import { replyRows, withReplyRows } from "./reply-buttons.ts";
import { scopeRows } from "./scope.ts";
import { sourceButtons } from "./source-buttons.ts";

export interface Answered {
  readonly question: string;
  readonly answer: Answer;
  /** The one article that was asked; null when all were. */
  readonly only: ArticleCard | null;
  /** What was taken back of the reading before this answer. */
  readonly ignored?: readonly Ignored[] | undefined;
}

/**
 * Keeps the answer, and gives what to send under it: its sources, where else the question may go, and rows to take it away
 * and to judge it.
 */
export function answerButtons(answered: Answered, target: ChatTarget, state: StateStore): InlineKeyboard {
  const { question, answer, only } = answered;
  const sources = sourceRows(citingClaims(answer), target, state);
  const scope = only === null ? [] : scopeRows(only.id, question, answer.kind, target, state);
  return kept(
    keptAnswer(question, answer, only),
    [...sources, ...scope, ...limitRows(answered, target, state), ...asNewRows(answered, target, state)],
    target,
    state,
  );
}

function limitRows({ question, answer, ignored = [] }: Answered, { chatId }: ChatTarget, state: StateStore): Row[] {
  const { understood, language } = answer;
  if (understood === undefined) return [];
  const week = weekOffered(understood);
  const isLimited = understood.range?.used === true || understood.scope !== null || week !== null;
  if (!isLimited) return [];
  const key = keepShown({ kind: "limited-answer", question, ignored: [...ignored], week, language }, chatId, state);
  const row = limitRow(understood, key, sayIn(language));
  return row.length === 0 ? [] : [row];
}

function asNewRows({ question, answer }: Answered, { chatId }: ChatTarget, state: StateStore): Row[] {
  const { follows, language } = answer;
  if (follows === undefined) return [];
  const key = keepShown({ kind: "followed", question, language }, chatId, state);
  return [[InlineKeyboard.text(sayIn(language)("ask-as-new"), dataOf(key, { kind: "ask-new" }))]];
}

/** As of an answer, but a summary is not voted on. */
export function summaryButtons(summary: Summary, target: ChatTarget, state: StateStore): InlineKeyboard {
  return kept(keptSummary(summary), sourceRows(summary.claims, target, state), target, state);
}

/** Its sources alone: it is nothing that was asked, and is told anew at will. */
export function overviewButtons({ claims }: Overview, target: ChatTarget, state: StateStore): InlineKeyboard {
  return new InlineKeyboard(sourceRows(claims, target, state).map((row) => [...row]));
}

type Row = readonly InlineKeyboardButton[];

const sourceRows = (claims: readonly Claim[], { chatId }: ChatTarget, state: StateStore): readonly Row[] =>
  sourceButtons(claims, chatId, state)?.inline_keyboard ?? [];

function kept(reply: KeptReply, above: readonly Row[], target: ChatTarget, state: StateStore): InlineKeyboard {
  const id = state.keepReply(String(target.chatId), conversationOf(target), reply);
  const rows = replyRows(id, reply, { own: null, up: 0, down: 0 }, target);
  return new InlineKeyboard(withReplyRows(above, rows));
}
