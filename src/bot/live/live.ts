import type { Api } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Claim, Language } from "../../domain.ts";
import type { RichText } from "../../rendering/rich-text.ts";
import type { ChatTarget } from "../chat-target.ts";

/** An answer that is seen while it is written. */
export interface LiveAnswer {
  /** All claims so far; they have been checked. */
  show(claims: readonly Claim[]): void;
  /** Ends the showing and delivers the answer, or what is said in its place, once. @throws GrammyError 4xx but 403 */
  finish(rich: RichText, markup?: InlineKeyboardMarkup): Promise<void>;
}

export interface Live {
  readonly api: Api;
  readonly target: ChatTarget;
  readonly language: Language;
  /** Not 0. Telegram's stop button names it. */
  readonly draftId: number;
}
