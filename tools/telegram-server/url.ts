import { badRequest } from "./failure.ts";

/** Checks a link as the real server does, without fetching it: http(s) or tg, and a host. @throws ApiFailure 400 */
export function checkUrl(url: string, what: string): void {
  const wrong = (why: string) => badRequest(`${what} '${url}' is invalid: ${why}`);
  if (url === "") throw wrong("URL host is empty");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase() ?? "http";
  if (!["http", "https", "tg", "ton", "tonsite"].includes(scheme)) throw wrong("Unsupported URL protocol");
  if (scheme.startsWith("http") && !hasHost(url)) throw wrong("Wrong HTTP URL");
}

function hasHost(url: string): boolean {
  const parsed = URL.parse(url.includes("://") ? url : `http://${url}`);
  return parsed !== null && (/\.[^.]+$/.test(parsed.hostname) || parsed.hostname === "localhost");
}
