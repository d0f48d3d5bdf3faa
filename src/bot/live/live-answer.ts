import { draftedAnswer } from "./drafted-answer.ts";
import type { Pace } from "./growing.ts";
import type { Live, LiveAnswer } from "./live.ts";
import { placeholderAnswer } from "./placeholder-answer.ts";

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
  return live.target.kind === "private" ? draftedAnswer(live, paces.draft) : placeholderAnswer(live, paces.placeholder);
}
