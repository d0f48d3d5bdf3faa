import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Answer, ArticleCard, Claim, KeptReply, Summary } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { keptAnswer, keptSummary } from "../rendering/kept-reply.ts";
import { conversationOf, type Place } from "./place.ts";
import { replyRows, withReplyRows } from "./reply-buttons.ts";
import { scopeRows } from "./scope.ts";
import { sourceButtons } from "./source-buttons.ts";

export interface Answered {
  readonly question: string;
  readonly answer: Answer;
  /** The one article that was asked; null when all were. */
  readonly only: ArticleCard | null;
}

/**
 * Keeps the answer, and gives what to send under it: its sources, where else the question may go, and rows to take it away
 * and to judge it.
 */
export function answerButtons({ question, answer, only }: Answered, place: Place, state: StateStore): InlineKeyboard {
  const claims = answer.kind === "abstained" ? [] : answer.claims;
  const sources = sourceRows(claims, place, state);
  const scope = only === null ? [] : scopeRows(only.id, question, answer.kind, place, state);
  return kept(keptAnswer(question, answer, only), [...sources, ...scope], place, state);
}

/** As of an answer, but a summary is not voted on. */
export function summaryButtons(summary: Summary, place: Place, state: StateStore): InlineKeyboard {
  return kept(keptSummary(summary), sourceRows(summary.claims, place, state), place, state);
}

type Row = readonly InlineKeyboardButton[];

const sourceRows = (claims: readonly Claim[], { chatId }: Place, state: StateStore): readonly Row[] =>
  sourceButtons(claims, chatId, state)?.inline_keyboard ?? [];

function kept(reply: KeptReply, above: readonly Row[], place: Place, state: StateStore): InlineKeyboard {
  const id = state.keepReply(String(place.chatId), conversationOf(place), reply);
  const rows = replyRows(id, reply, { own: null, up: 0, down: 0 }, place);
  return new InlineKeyboard(withReplyRows(above, rows));
}
