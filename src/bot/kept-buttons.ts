import { InlineKeyboard } from "grammy";
import type { Answer, Claim, KeptReply, Summary } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { keptAnswer, keptSummary } from "../rendering/kept-reply.ts";
import { sourceButtons } from "./buttons.ts";
import { conversationOf, type Place } from "./place.ts";
import { replyRows, withReplyRows } from "./reply-buttons.ts";

/** Keeps the answer, and gives what to send under it: its sources, and rows to take it away and to judge it. */
export function answerButtons(question: string, answer: Answer, place: Place, state: StateStore): InlineKeyboard {
  const claims = answer.kind === "abstained" ? [] : answer.claims;
  return kept(keptAnswer(question, answer), claims, place, state);
}

/** As of an answer, but a summary is not voted on. */
export function summaryButtons(summary: Summary, place: Place, state: StateStore): InlineKeyboard {
  return kept(keptSummary(summary), summary.claims, place, state);
}

function kept(reply: KeptReply, claims: readonly Claim[], place: Place, state: StateStore): InlineKeyboard {
  const id = state.keepReply(String(place.chatId), conversationOf(place), reply);
  const rows = replyRows(id, reply, { own: null, up: 0, down: 0 }, place);
  const sources = sourceButtons(claims, place.chatId, state)?.inline_keyboard ?? [];
  return new InlineKeyboard(withReplyRows(sources, rows));
}
