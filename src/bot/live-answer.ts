import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import type { Claim, Language } from "../domain.ts";
import { renderPreview } from "../rendering/render.ts";
import type { RichText } from "../rendering/rich-text.ts";
import { splitRichText } from "../rendering/split.ts";
import { type Place, threadOptions } from "./place.ts";

const INTERVAL_MS = 700;
/** A draft that lands after the answer would show it twice for a while; longer than this the answer does not wait. */
const LAST_DRAFT_MS = 300;

export interface LiveAnswer {
  show(claims: readonly Claim[]): void;
  /** To be called before the real message is sent. */
  end(): Promise<void>;
}

/** A preview in private chats that grows claim by claim. Best effort: the first draft that is refused is the last. */
export function liveAnswer(api: Api, place: Place, draftId: number, language: Language): LiveAnswer {
  const over = new AbortController();
  let latest: readonly Claim[] = [];
  let sending: Promise<unknown> = Promise.resolve();
  let state: "idle" | "drafting" | "refused" = "idle";

  const draftWhileNew = async () => {
    state = "drafting";
    let shown: readonly Claim[] | null = null;
    while (shown !== latest && !over.signal.aborted) {
      shown = latest;
      sending = sendDraft(api, place, draftId, renderPreview(shown, language));
      await sending;
      await sleep(INTERVAL_MS, undefined, { signal: over.signal });
    }
    state = "idle";
  };

  return {
    show(claims) {
      latest = claims;
      if (place.kind !== "private" || state !== "idle") return;
      draftWhileNew().catch(() => {
        state = "refused";
      });
    },
    async end() {
      over.abort();
      await Promise.race([sending.catch(() => {}), sleep(LAST_DRAFT_MS)]);
    },
  };
}

async function sendDraft(api: Api, place: Place, draftId: number, preview: RichText): Promise<void> {
  const part = splitRichText(preview)[0];
  if (part === undefined) return;
  await api.sendMessageDraft(place.chatId, draftId, part.text, {
    entities: [...part.entities],
    can_stop: true,
    ...threadOptions(place),
  });
}
