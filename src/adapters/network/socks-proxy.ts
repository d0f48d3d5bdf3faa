import { socksConnector } from "fetch-socks";
import { Agent, type buildConnector, type Dispatcher } from "undici";
import type { AppError } from "../../errors.ts";
import type { ProxyServer } from "../../proxies/proxy-server.ts";
import { proxyFailures } from "./proxy-failure.ts";

const CONNECT_LIMIT_MS = 10_000;

/** Names are sent to the proxy as they are: where Telegram is blocked, the local answer for its name is often false too. */
export function socksProxy(proxy: ProxyServer): Dispatcher {
  const { host, port, credentials } = proxy;
  const login = credentials === null ? {} : { userId: credentials.user, password: credentials.password };
  const connect = socksConnector({ type: 5, host, port, ...login }, { timeout: CONNECT_LIMIT_MS });
  return new Agent({ connect: withClearFailures(connect, proxy) });
}

function withClearFailures(connect: buildConnector.connector, proxy: ProxyServer): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else callback("code" in error ? error : socksFailure(error, proxy, options.hostname), null);
    });
}

/** The error of `socks` holds the password besides its message, and has no code; those of TLS have one. */
function socksFailure({ message }: Error, proxy: ProxyServer, target: string): AppError {
  const failures = proxyFailures(proxy);
  if (/authentication/i.test(message)) return failures.stranger();
  if (/handshake/i.test(message)) return failures.odd(message);
  const refusal = /rejected connection - (\w+)/.exec(message)?.[1];
  return refusal === undefined ? failures.silent(message) : failures.noWay(target, refusal);
}
