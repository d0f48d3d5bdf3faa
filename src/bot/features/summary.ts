import { Composer, type Context } from "grammy";
import { renderSummary } from "../../rendering/render.ts";
import { shownWords } from "../../rendering/shown.ts";
import type { BotDeps } from "../deps.ts";
import { summaryButtons } from "../kept-buttons.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendRich, sendText } from "../send.ts";
import { withTyping } from "../typing.ts";

export function summary({ library, state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("summary", async (ctx) => {
    const place = placeOf(ctx);
    const about = ctx.match.trim();
    const language = languageOfPerson(ctx);
    const found = await withTyping(ctx.api, place, () => library.summarize({ about, language }));
    if (found === null) return sendText(ctx.api, place, sayTo(ctx)("summary-not-found", { about: shownWords(about) }));
    await sendRich(ctx.api, place, renderSummary(found), summaryButtons(found, place, state));
  });
  return composer;
}
