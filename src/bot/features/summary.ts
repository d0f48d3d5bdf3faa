import { Composer, type Context } from "grammy";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";
import { sendSummary } from "../send-reply.ts";
import { withTyping } from "../typing.ts";

export function summary({ library, state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("summary", async (ctx) => {
    const place = placeOf(ctx);
    const about = ctx.match.trim();
    const language = languageOfPerson(ctx);
    const found = await withTyping(ctx.api, place, () => library.summarize({ about, language }));
    if (found === null) return sendText(ctx.api, place, sayTo(ctx)("summary-not-found", { about }));
    await sendSummary(ctx.api, place, found, { state });
  });
  return composer;
}
