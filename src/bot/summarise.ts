import type { Api } from "grammy";
import type { SummaryRequest } from "../library/library.ts";
import { renderSummary } from "../rendering/render.ts";
import type { ChatTarget } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { summaryButtons } from "./kept-buttons.ts";
import { sendRich, sendText } from "./send.ts";
import { withTyping } from "./typing.ts";

/** Sends the main points of an article, or `missing` where none fits. */
export async function summarise(
  api: Api,
  target: ChatTarget,
  request: SummaryRequest,
  missing: string,
  { library, state }: Pick<BotDeps, "library" | "state">,
): Promise<void> {
  const found = await withTyping(api, target, () => library.summarize(request));
  if (found === null) return sendText(api, target, missing);
  await sendRich(api, target, renderSummary(found), summaryButtons(found, target, state));
}
