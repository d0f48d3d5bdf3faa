import type { Transformer } from "grammy";
import type { Logger } from "../ports.ts";

const LONGEST_WAIT_S = 60;
/** Calls that may be made twice without a person noticing. A message whose response was lost may be there already. */
const REPEATABLE = /^(get|set|edit|delete|answer)/;
/** Not worth waiting for. */
const BEST_EFFORT = new Set(["sendChatAction", "sendMessageDraft"]);

/** Obeys retry_after once; repeats after a server's failure only what may be repeated. */
export function safeRetry(logger: Logger, wait: (ms: number) => Promise<void>): Transformer {
  return async (call, method, payload, signal) => {
    if (method === "getUpdates" || BEST_EFFORT.has(method)) return call(method, payload, signal);
    try {
      const response = await call(method, payload, signal);
      if (response.ok) return response;
      const retryAfter = response.parameters?.retry_after;
      if (retryAfter !== undefined && retryAfter <= LONGEST_WAIT_S) await wait(retryAfter * 1_000);
      else if (response.error_code >= 500 && REPEATABLE.test(method)) await wait(500);
      else return response;
    } catch (error) {
      if (!REPEATABLE.test(method)) {
        logger.warn("a call to Telegram was lost and is not repeated, since it may have taken effect", { method });
        throw error;
      }
      await wait(500);
    }
    return call(method, payload, signal);
  };
}
