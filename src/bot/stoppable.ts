import type { Context } from "grammy";
import type { ChatTarget } from "./chat-target.ts";
import { sayTo } from "./language.ts";
import type { RunningAnswers } from "./running-answers.ts";
import { sendText } from "./send.ts";
import { withTyping } from "./typing.ts";

/** Works until it is done or who asked stops it, which is then said; `null`: it was stopped. */
export async function stoppable<T>(
  ctx: Context,
  target: ChatTarget,
  answers: RunningAnswers,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly result: T } | null> {
  const untilStopped = async (signal: AbortSignal) => {
    try {
      return { result: await work(signal) };
    } catch (error) {
      if (!signal.aborted) throw error;
      return null;
    }
  };
  const run = () => answers.run(target.chatId, ctx.from?.id ?? 0, ctx.update.update_id, untilStopped);
  const ended = await withTyping(ctx.api, target, run);
  if (ended === null) await sendText(ctx.api, target, sayTo(ctx)("stopped"));
  return ended;
}
