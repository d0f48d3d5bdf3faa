import { AppError } from "../../errors.ts";
import { addressOf, type ProxyServer } from "../../proxies/proxy-server.ts";

/** Nothing was sent to the server itself when one of these comes from the way to a proxy. */
const NOBODY_THERE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Failures of the proxy itself, each with what to do. None holds its user or password. */
export const proxyFailures = (proxy: ProxyServer) => {
  const { variable, credentials } = proxy;
  const fail = (words: string) => new AppError("proxy", `The proxy ${addressOf(proxy)} (${variable}) ${words}`);
  return {
    silent: (reason: string) => fail(`does not answer (${reason}). Is it running? Start it, or correct ${variable}.`),
    odd: (reason: string) =>
      fail(`does not talk as a ${proxy.kind} proxy does (${reason}). Correct ${variable}: is it of another kind?`),
    stranger: () =>
      credentials === null
        ? fail(`asks for a user name and password: write ${variable} as ${proxy.kind}://user:password@host:port.`)
        : fail(`refused the user name or the password in ${variable}. Correct them.`),
    noWay: (host: string, reason: string) =>
      fail(`does not lead to ${host} (${reason}). Check its own connection and rules, or name the host in NO_PROXY.`),
  };
};

/** What a failed request says about the proxy it went through; null when that was not what failed. */
export function proxyFailureIn(error: unknown, proxy: ProxyServer): AppError | null {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AppError) return cause;
  if (!(cause instanceof Error)) return null;
  const code = "code" in cause ? String(cause.code) : "";
  if (NOBODY_THERE.has(code)) return proxyFailures(proxy).silent(code);
  // So undici tells a 407 for plain http, which needs no tunnel.
  return /Proxy Authentication Required/.test(cause.message) ? proxyFailures(proxy).stranger() : null;
}
