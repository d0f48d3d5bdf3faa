import { Composer, type Context } from "grammy";
import { askForQuestion } from "../ask-for-question.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { meantQuestion } from "../meant-question.ts";
import { respond } from "../respond.ts";
import type { RunningAnswers } from "../running-answers.ts";

export function ask(deps: BotDeps, answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("ask", async (ctx) => {
    const text = meantQuestion(ctx.match.trim(), ctx.message, ctx.me);
    // A caption can be a command too; the picture itself is not read.
    const note = ctx.message.caption === undefined ? {} : { note: sayTo(ctx)("attachment-unread") };
    await (text === null ? askForQuestion(ctx) : respond(ctx, { text, ...note }, deps, answers, "always"));
  });
  return composer;
}
