import { Composer, type Context } from "grammy";
import { startsWithCommand, withoutMention } from "../addressed.ts";
import { askForQuestion } from "../ask-for-question.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { meantQuestion } from "../meant-question.ts";
import { respond } from "../respond.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { sendText } from "../send.ts";

/** Everything that is not a command is a question, so this comes last. */
export function question(deps: BotDeps, answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text", async (ctx) => {
    const target = targetOf(ctx);
    if (startsWithCommand(ctx.message)) {
      // In a group an unknown command is more likely another bot's.
      if (target.kind === "private") await sendText(ctx.api, target, sayTo(ctx)("unknown-command"));
      return;
    }
    const text = meantQuestion(withoutMention(ctx.message, ctx.me), ctx.message, ctx.me);
    await (text === null ? askForQuestion(ctx) : respond(ctx, { text }, deps, answers));
  });
  return composer;
}
