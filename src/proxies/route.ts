import { type Exception, isCovered } from "./exceptions.ts";
import type { ProxyServer } from "./proxy-server.ts";

export interface Proxies {
  /** For addresses that begin with http:// */
  readonly http: ProxyServer | null;
  /** For addresses that begin with https:// */
  readonly https: ProxyServer | null;
  readonly exceptions: readonly Exception[];
}

export const NO_PROXIES: Proxies = { http: null, https: null, exceptions: [] };

const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/** null: straight there. This machine is never reached through a proxy, for which it would be another one. */
export function proxyFor(url: URL, proxies: Proxies): ProxyServer | null {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, "");
  const port = Number(url.port) || (DEFAULT_PORTS[url.protocol] ?? 0);
  if (isThisMachine(host) || proxies.exceptions.some((exception) => isCovered(host, port, exception))) return null;
  return url.protocol === "https:" ? proxies.https : proxies.http;
}

function isThisMachine(host: string): boolean {
  return /^(?:.+\.)?localhost$/.test(host) || /^127\./.test(host) || host === "::1" || host === "0.0.0.0";
}
