import { Composer, type Context } from "grammy";
import { targetOf } from "../chat-target.ts";
import { sayTo } from "../language.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { sendText } from "../send.ts";

/** /stop: what was checked so far is then sent as the answer. */
export function stop(answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("stop", async (ctx) => {
    if (!answers.stop(ctx.chat.id, ctx.from.id)) await sendText(ctx.api, targetOf(ctx), sayTo(ctx)("nothing-to-stop"));
  });
  return composer;
}

/** Telegram's own button under a growing draft. There are drafts in private chats only, whose id is the person's. */
export function stopButton(answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("stopped_message_generation", ({ chat, stoppedMessageGeneration: { draft_id } }) => {
    // A press that comes late must not stop the answer after.
    answers.stop(chat.id, chat.id, draft_id);
  });
  return composer;
}

/** These do not wait for the answer that they are to stop. */
export const isStop = (ctx: Context): boolean =>
  ctx.stoppedMessageGeneration !== undefined || /^\/stop(?:@\w+)?(?:\s|$)/.test(ctx.message?.text ?? "");
