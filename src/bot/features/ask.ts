import { Composer, type Context } from "grammy";
import { askForQuestion } from "../ask-for-question.ts";
import type { BotDeps } from "../deps.ts";
import { repliedQuestion } from "../replied-question.ts";
import { respond } from "../respond.ts";
import type { RunningAnswers } from "../running-answers.ts";

export function ask(deps: BotDeps, answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("ask", async (ctx) => {
    const text = ctx.match.trim() || repliedQuestion(ctx.message, ctx.me);
    await (text === null ? askForQuestion(ctx) : respond(ctx, { text }, deps, answers, "always"));
  });
  return composer;
}
