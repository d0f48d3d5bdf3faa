import { type Api, InlineKeyboard } from "grammy";
import type { Answer, KeptReply, Summary } from "../domain.ts";
import { keptAnswer, keptSummary } from "../rendering/kept-reply.ts";
import { renderAnswer, renderSummary } from "../rendering/render.ts";
import type { RichText } from "../rendering/rich-text.ts";
import { sourceButtons } from "./buttons.ts";
import type { BotDeps } from "./deps.ts";
import { conversationOf, type Place } from "./place.ts";
import { replyRows, withReplyRows } from "./reply-buttons.ts";
import { sendRich } from "./send.ts";

type Deps = Pick<BotDeps, "state">;

/** Keeps the answer, then sends it with buttons for its sources, for taking it away and for judging it. */
export function sendAnswer(api: Api, place: Place, question: string, answer: Answer, deps: Deps): Promise<void> {
  const claims = answer.kind === "abstained" ? [] : answer.claims;
  return send(api, place, renderAnswer(answer), claims, keptAnswer(question, answer), deps);
}

/** As an answer, but a summary is not voted on. */
export function sendSummary(api: Api, place: Place, summary: Summary, deps: Deps): Promise<void> {
  return send(api, place, renderSummary(summary), summary.claims, keptSummary(summary), deps);
}

function send(
  api: Api,
  place: Place,
  rich: RichText,
  claims: Summary["claims"],
  reply: KeptReply,
  { state }: Deps,
): Promise<void> {
  const id = state.keepReply(String(place.chatId), conversationOf(place), reply);
  const rows = replyRows(id, reply, { own: null, up: 0, down: 0 }, place);
  const sources = sourceButtons(claims, place.chatId, state)?.inline_keyboard ?? [];
  return sendRich(api, place, rich, new InlineKeyboard(withReplyRows(sources, rows)));
}
