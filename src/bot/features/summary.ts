import { Composer, type Context } from "grammy";
import { shownWords } from "../../rendering/shown.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { summarise } from "../summarise.ts";

export function summary(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("summary", async (ctx) => {
    const place = placeOf(ctx);
    const about = ctx.match.trim();
    const language = languageOfPerson(ctx);
    const missing = sayTo(ctx)("summary-not-found", { about: shownWords(about) });
    await summarise(ctx.api, place, { about, language }, missing, deps);
  });
  return composer;
}
