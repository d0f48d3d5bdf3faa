import type { Claim } from "../../domain.ts";
import { renderPreview } from "../../rendering/render.ts";
import { splitRichText } from "../../rendering/split.ts";
import { asApiSignal } from "../api-signal.ts";
import { threadOptions } from "../chat-target.ts";
import { sendRich } from "../send.ts";
import { type Pace, showGrowing } from "./growing.ts";
import type { Live, LiveAnswer } from "./live.ts";

/** A draft that lands after the answer would show it twice for a while; longer than this the answer does not wait. */
const LAST_DRAFT_MS = 300;

/** A preview that grows claim by claim and has Telegram's stop button from its beginning; the answer is a real message. */
export function draftedAnswer(live: Live, pace: Pace): LiveAnswer {
  const { api, target } = live;
  const over = new AbortController();
  const growing = showGrowing<readonly Claim[]>([], (claims) => sendDraft(live, claims, over.signal), pace);
  return {
    show: growing.grow,
    async finish(rich, markup) {
      await growing.end(LAST_DRAFT_MS);
      over.abort();
      await sendRich(api, target, rich, markup);
    },
  };
}

/** Without a claim the text is empty, which Telegram shows as "Thinking…". */
async function sendDraft({ api, target, language, draftId }: Live, claims: readonly Claim[], over: AbortSignal) {
  const preview = claims.length === 0 ? undefined : splitRichText(renderPreview(claims, language))[0];
  const { text, entities } = preview ?? { text: "", entities: [] };
  const options = { entities: [...entities], can_stop: true, ...threadOptions(target) };
  await api.sendMessageDraft(target.chatId, draftId, text, options, asApiSignal(over));
}
