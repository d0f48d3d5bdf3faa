import { setTimeout as sleep } from "node:timers/promises";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Claim } from "../../domain.ts";
import { renderPreview } from "../../rendering/render.ts";
import type { RichText } from "../../rendering/rich-text.ts";
import { splitRichText } from "../../rendering/split.ts";
import { isUnwanted } from "../delivery.ts";
import { sendParts, sendRich } from "../send.ts";
import { type Pace, showGrowing } from "./growing.ts";
import type { Live, LiveAnswer } from "./live.ts";
import { createPlaceholder, type Placeholder } from "./placeholder.ts";

/** So long the answer waits for a call that is under way, or until Telegram allows the next edit. */
const PATIENCE_MS = 5_000;

/**
 * One message that says the answer is coming, then shows its claims, and in the end becomes it. Where it cannot become
 * the answer it is deleted, and the answer sent anew. It holds no claim while it is not sure that it can be deleted: so a
 * message whose sending was never confirmed, if it is there at all, shows nothing of the answer twice.
 */
export function placeholderAnswer(live: Live, pace: Pace): LiveAnswer {
  const placeholder = createPlaceholder(live);
  const put = (claims: readonly Claim[]) => {
    if (placeholder.state() === "absent") return placeholder.send();
    return claims.length === 0 ? Promise.resolve() : placeholder.edit(firstPart(renderPreview(claims, live.language)));
  };
  const growing = showGrowing<readonly Claim[]>([], put, pace);
  return {
    show: growing.grow,
    async finish(rich, markup) {
      const end = await growing.end(PATIENCE_MS);
      const restMs = growing.restMs();
      if (placeholder.state() === "there" && end === "settled" && restMs <= PATIENCE_MS) {
        if (placeholder.isEdited()) await sleep(restMs);
        if (await becomes(placeholder, live, rich, markup)) return;
      }
      if ((await placeholder.remove()) !== "unsure") await sendRich(live.api, live.target, rich, markup);
    },
  };
}

/** Whether the placeholder is the answer now, or nobody is there to read it. @throws GrammyError 4xx but 403 */
async function becomes(
  placeholder: Placeholder,
  { api, target }: Live,
  rich: RichText,
  markup: InlineKeyboardMarkup | undefined,
): Promise<boolean> {
  const [first, ...rest] = splitRichText(rich);
  if (first === undefined) return false;
  try {
    await placeholder.settle(first, rest.length === 0 ? markup : undefined);
  } catch (error) {
    return isUnwanted(error);
  }
  await sendParts(api, { ...target, replyTo: null }, rest, markup);
  return true;
}

const firstPart = (rich: RichText): RichText => splitRichText(rich)[0] ?? rich;
