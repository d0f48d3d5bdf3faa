import type { ApiClientOptions } from "grammy";
import type { Fetch } from "../ports.ts";

type ClientFetch = NonNullable<ApiClientOptions["fetch"]>;
type ClientSignal = NonNullable<NonNullable<Parameters<ClientFetch>[1]>["signal"]>;

/**
 * Lets grammY send its requests by `fetch`, uploads and downloads too. It brings node-fetch and an agent, which know no
 * proxy, and a kind of abort signal that no other fetch takes.
 */
export function telegramFetch(fetch: Fetch): ClientFetch {
  const send = ((url: string, { agent, compress, signal, ...init }: NonNullable<Parameters<ClientFetch>[1]> = {}) =>
    fetch(url, {
      ...(init as RequestInit),
      ...(signal == null ? {} : { signal: standardSignal(signal) }),
    })) as unknown;
  return send as ClientFetch;
}

function standardSignal(signal: ClientSignal): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return controller.signal;
}
