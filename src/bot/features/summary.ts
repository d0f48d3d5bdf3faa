import { Composer, type Context } from "grammy";
import { shownWords } from "../../rendering/shown.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { readingOf } from "../reading-of.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { sendSummaryOf } from "../summary-of.ts";

export function summary(deps: BotDeps, answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("summary", async (ctx) => {
    const text = ctx.match.trim() || repliedTitle(ctx);
    const language = languageOfPerson(ctx);
    const missing = sayTo(ctx)("summary-not-found", { about: shownWords(text) });
    const reading = text === "" ? null : await readingOf(text, "always", deps);
    await sendSummaryOf(
      ctx,
      targetOf(ctx),
      { text, reading, language, article: "by its title" },
      missing,
      deps,
      answers,
    );
  });
  return composer;
}

/** Of an answer or a source that is replied to: the first article that it links; empty where none is. */
function repliedTitle({ message }: Context): string {
  const original = message?.reply_to_message;
  const link = original?.entities?.find((entity) => entity.type === "text_link");
  return link?.type === "text_link" ? link.url : "";
}
