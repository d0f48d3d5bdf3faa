import type { Api } from "grammy";
import type { StoredDigest } from "../../ports.ts";
import { renderOverview } from "../../rendering/render.ts";
import { sayIn } from "../../rendering/say.ts";
import type { ChatTarget } from "../chat-target.ts";
import { describe } from "../delivery.ts";
import type { BotDeps } from "../deps.ts";
import { overviewButtons } from "../kept-buttons.ts";
import { sendRich, sendText } from "../send.ts";
import { latestDue } from "./schedule.ts";

const DEFAULT_TIME_ZONE = "Asia/Shanghai";

/**
 * What sends every digest whose time has come since it was last sent; however many times were missed, it comes once. One that
 * failed is tried once more at the next look.
 */
export function digestSender(api: Api, deps: BotDeps): () => Promise<void> {
  const { state, clock, logger, timeZone = DEFAULT_TIME_ZONE } = deps;
  /** Chat and the time of the digest before, of those that failed once. */
  const failed = new Map<number, string>();
  return async () => {
    const now = clock.now();
    for (const digest of state.digests()) {
      const { chatId, lastAt } = digest;
      if (latestDue(digest, now, timeZone).getTime() <= Date.parse(lastAt)) continue;
      try {
        await send(api, digest, now, timeZone, deps);
        failed.delete(chatId);
      } catch (error) {
        logger.warn("a digest could not be sent", { chat: chatId, error: describe(error) });
        // What may have arrived is no error here, so that nothing comes twice.
        if (failed.get(chatId) !== lastAt) state.digestSent(chatId, lastAt);
        failed.set(chatId, lastAt);
      }
    }
  };
}

/** What was published since the last one. It counts as sent before it is, so that a program that ends in between repeats nothing. */
async function send(api: Api, digest: StoredDigest, now: Date, timeZone: string, deps: BotDeps): Promise<void> {
  const { chatId, threadId, language, lastAt } = digest;
  const say = sayIn(language);
  const days = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const range = { from: days.format(new Date(lastAt)), to: days.format(now), mode: "filter" as const };
  deps.state.digestSent(chatId, now.toISOString());
  const target: ChatTarget = { kind: chatId > 0 ? "private" : "group", chatId, threadId, replyTo: null };
  const found = await deps.library.overview({ text: say("digest-words"), range });
  if (found === null) return sendText(api, target, say("digest-nothing", { from: range.from, to: range.to }));
  await sendRich(api, target, renderOverview(found), overviewButtons(found, target, deps.state));
}
