import { Api } from "grammy";
import { explain } from "../errors.ts";
import type { Fetch, Logger, ServerCheck } from "../ports.ts";
import { asApiSignal } from "./api-signal.ts";
import { noAnswer, type Route } from "./no-answer.ts";
import { safeRetry } from "./safe-retry.ts";
import { telegramError, WEBHOOK_IS_SET } from "./telegram-error.ts";
import { telegramFetch } from "./telegram-fetch.ts";

/** What is asked here shows nothing to anybody, so a lost reply is no news. */
const QUIET: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** Whether Telegram answers, takes the token, and would hand this program its updates. */
export async function checkTelegram(token: string, route: Route, fetch: Fetch, limitMs: number): Promise<ServerCheck> {
  const signal = AbortSignal.timeout(limitMs);
  const deadline = asApiSignal(signal);
  const api = new Api(token, { apiRoot: route.apiRoot, fetch: telegramFetch(fetch) });
  api.config.use(safeRetry(QUIET));
  const failed = (text: string): ServerCheck => ({ server: "telegram", outcome: "failed", text });
  try {
    const { username } = await api.getMe(deadline);
    const { url } = await api.getWebhookInfo(deadline);
    if (url !== undefined && url !== "") return failed(WEBHOOK_IS_SET);
    return { server: "telegram", outcome: "ready", text: `@${username}${through(route)}` };
  } catch (error) {
    if (signal.aborted) return failed(noAnswer(`within ${limitMs / 1_000} s`, route));
    return failed(explain(telegramError(error, route)));
  }
}

const through = ({ proxy }: Route) => (proxy === null ? "" : `, through ${proxy}`);
