import type { Api } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Claim, Language } from "../../domain.ts";
import type { RichText } from "../../rendering/rich-text.ts";
import type { Place } from "../place.ts";
import { draftedAnswer } from "./drafted-answer.ts";
import type { Pace } from "./growing.ts";
import { placeheldAnswer } from "./placeheld-answer.ts";

/** An answer that is seen while it is written. */
export interface LiveAnswer {
  /** All claims so far; they have been checked. */
  show(claims: readonly Claim[]): void;
  /** Ends the showing and delivers the answer, or what is said in its place, once. @throws GrammyError 4xx but 403 */
  finish(rich: RichText, markup?: InlineKeyboardMarkup): Promise<void>;
}

export interface Live {
  readonly api: Api;
  readonly place: Place;
  readonly language: Language;
  /** Not 0. Telegram's stop button names it. */
  readonly draftId: number;
}

export interface LivePaces {
  readonly draft: Pace;
  readonly placeholder: Pace;
}

/**
 * Drafts fade after 30 s (https://core.telegram.org/bots/api#sendmessagedraft). In groups 20 messages a minute are allowed
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 */
export const LIVE_PACES: LivePaces = {
  draft: { firstAfterMs: 500, everyMs: 700, renewAfterMs: 20_000 },
  placeholder: { firstAfterMs: 1_000, everyMs: 3_000, renewAfterMs: null },
};

/** A draft in private chats; elsewhere, where there are none, a message that is edited. */
export function liveAnswer(live: Live, paces: LivePaces): LiveAnswer {
  return live.place.kind === "private" ? draftedAnswer(live, paces.draft) : placeheldAnswer(live, paces.placeholder);
}
