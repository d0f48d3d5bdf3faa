import { Composer, type Context } from "grammy";
import { renderTimelineAlone } from "../../rendering/render.ts";
import { shownWords } from "../../rendering/shown.ts";
import { claimsOfTimeline } from "../../rendering/timeline.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { sendRich, sendText } from "../send.ts";
import { sourceButtons } from "../source-buttons.ts";
import { withTyping } from "../typing.ts";

/** How a figure changed over all articles, by day. */
export function timeline({ library, state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("timeline", async (ctx) => {
    const target = targetOf(ctx);
    const words = ctx.match.trim();
    if (words === "") return sendText(ctx.api, target, sayTo(ctx)("timeline-how"));
    const found = await withTyping(ctx.api, target, () => library.timeline(words));
    if (found === null) return sendText(ctx.api, target, sayTo(ctx)("timeline-none", { words: shownWords(words) }));
    const buttons = sourceButtons(claimsOfTimeline(found), target.chatId, state);
    await sendRich(ctx.api, target, renderTimelineAlone(found), buttons);
  });
  return composer;
}
