import { type RequestInit as UndiciInit, fetch as undiciFetch } from "undici";
import type { Fetch } from "../../ports.ts";
import { type Proxies, proxyFor } from "../../proxies/route.ts";
import { proxyFailureIn } from "./proxy-failure.ts";
import { Ways } from "./ways.ts";

/**
 * The way out to Telegram and to model servers, through the proxies where there are any. Node's own fetch is of another
 * undici than the package, and the dispatchers of one do not fit the other. @throws AppError proxy
 */
export function createFetch(proxies: Proxies): Fetch {
  const dispatcher = new Ways(proxies);
  return async (url, init) => {
    try {
      const response: unknown = await undiciFetch(url, { ...(init as UndiciInit), dispatcher });
      return response as Response;
    } catch (error) {
      const proxy = proxyFor(new URL(url), proxies);
      throw (proxy === null ? null : proxyFailureIn(error, proxy)) ?? error;
    }
  };
}
