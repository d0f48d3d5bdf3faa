import type { Context } from "grammy";
import type { SummaryRequest } from "../library/library.ts";
import { renderSummary } from "../rendering/render.ts";
import type { ChatTarget } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { summaryButtons } from "./kept-buttons.ts";
import type { RunningAnswers } from "./running-answers.ts";
import { sendRich, sendText } from "./send.ts";
import { stoppable } from "./stoppable.ts";

/** Sends the main points of an article, or `missing` where none fits. */
export async function summarise(
  ctx: Context,
  target: ChatTarget,
  request: SummaryRequest,
  missing: string,
  { library, state }: Pick<BotDeps, "library" | "state">,
  answers: RunningAnswers,
): Promise<void> {
  const ended = await stoppable(ctx, target, answers, (signal) => library.summarize({ ...request, signal }));
  if (ended === null) return;
  const found = ended.result;
  if (found === null) return sendText(ctx.api, target, missing);
  await sendRich(ctx.api, target, renderSummary(found), summaryButtons(found, target, state));
}
