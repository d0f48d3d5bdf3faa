import type { Context } from "grammy";
import type { Claim, Language } from "../domain.ts";
import { renderPreview } from "../rendering/render.ts";
import { MAX_MESSAGE_CHARS, splitRichText } from "../rendering/split.ts";
import { isPrivate } from "./context.ts";

const LEAST_INTERVAL_MS = 700;

export interface Preview {
  show(claims: readonly Claim[]): void;
}

/** A draft that grows with the checked claims, in private chats only. A refused draft ends the preview, never the answer. */
export function livePreview(ctx: Context, language: Language, now: () => number): Preview {
  let lastAt = 0;
  let isOff = !isPrivate(ctx) || ctx.chat === undefined;
  const chatId = ctx.chat?.id ?? 0;
  const draftId = ctx.update.update_id || 1;
  return {
    show(claims) {
      if (isOff || now() - lastAt < LEAST_INTERVAL_MS) return;
      lastAt = now();
      const part = splitRichText(renderPreview(claims, language), MAX_MESSAGE_CHARS)[0];
      if (part === undefined) return;
      ctx.api.sendMessageDraft(chatId, draftId, part.text, { entities: [...part.entities] }).catch(() => {
        isOff = true;
      });
    },
  };
}
