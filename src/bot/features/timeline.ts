import { Composer, type Context } from "grammy";
import { renderTimelineAlone } from "../../rendering/render.ts";
import { shownWords } from "../../rendering/shown.ts";
import { claimsOfTimeline } from "../../rendering/timeline.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendRich, sendText } from "../send.ts";
import { sourceButtons } from "../source-buttons.ts";
import { withTyping } from "../typing.ts";

/** How a figure changed over all articles, by day. */
export function timeline({ library, state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("timeline", async (ctx) => {
    const place = placeOf(ctx);
    const words = ctx.match.trim();
    if (words === "") return sendText(ctx.api, place, sayTo(ctx)("timeline-how"));
    const found = await withTyping(ctx.api, place, () => library.timeline(words));
    if (found === null) return sendText(ctx.api, place, sayTo(ctx)("timeline-none", { words: shownWords(words) }));
    const buttons = sourceButtons(claimsOfTimeline(found), place.chatId, state);
    await sendRich(ctx.api, place, renderTimelineAlone(found), buttons);
  });
  return composer;
}
