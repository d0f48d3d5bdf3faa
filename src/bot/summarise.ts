import type { Api } from "grammy";
import { renderSummary } from "../rendering/render.ts";
import type { BotDeps, SummaryRequest } from "./deps.ts";
import { summaryButtons } from "./kept-buttons.ts";
import type { Place } from "./place.ts";
import { sendRich, sendText } from "./send.ts";
import { withTyping } from "./typing.ts";

/** Sends the main points of an article, or `missing` where none fits. */
export async function summarise(
  api: Api,
  place: Place,
  request: SummaryRequest,
  missing: string,
  { library, state }: Pick<BotDeps, "library" | "state">,
): Promise<void> {
  const found = await withTyping(api, place, () => library.summarize(request));
  if (found === null) return sendText(api, place, missing);
  await sendRich(api, place, renderSummary(found), summaryButtons(found, place, state));
}
