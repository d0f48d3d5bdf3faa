export const TELEGRAM_API = "https://api.telegram.org";

/** The server that is asked, and the proxy on the way there, as messages name them. */
export interface Route {
  readonly apiRoot: string;
  readonly proxy: string | null;
}

/** `how` it does not answer, and what to set. */
export function noAnswer(how: string, { apiRoot, proxy }: Route): string {
  if (apiRoot !== TELEGRAM_API)
    return `The Bot API server ${new URL(apiRoot).host} does not answer ${how}: is it running, and is TELEGRAM_API_ROOT right?${through(proxy)}`;
  if (proxy !== null)
    return `Telegram does not answer ${how}: does the proxy ${proxy} reach it? Set HTTPS_PROXY to one that does.`;
  return `Telegram does not answer ${how}: is the network blocked here? Set HTTPS_PROXY to a proxy that reaches it, for example HTTPS_PROXY=http://127.0.0.1:7890 (or TELEGRAM_API_ROOT to a Bot API server that you can reach).`;
}

const through = (proxy: string | null) =>
  proxy === null ? "" : ` The way there leads through ${proxy}; NO_PROXY names what is reached without it.`;
