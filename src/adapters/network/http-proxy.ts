import { type Dispatcher, Pool, ProxyAgent } from "undici";
import { addressOf, type ProxyServer } from "../../proxies/proxy-server.ts";
import { proxyFailures } from "./proxy-failure.ts";

/** Tunnels to https addresses, and forwarded requests to http ones, since many proxies open tunnels to port 443 alone. */
export function httpProxy(proxy: ProxyServer): Dispatcher {
  const { credentials } = proxy;
  return new ProxyAgent({
    uri: addressOf(proxy),
    proxyTunnel: false,
    ...(credentials === null ? {} : { token: basic(credentials) }),
    clientFactory: (origin, options) => new TunnelPool(proxy, origin, options),
  });
}

/** undici itself tells a refused tunnel as "Request was cancelled". */
class TunnelPool extends Pool {
  readonly #proxy: ProxyServer;

  constructor(proxy: ProxyServer, origin: URL, options: object) {
    super(origin, options);
    this.#proxy = proxy;
  }

  override connect(options: Parameters<Pool["connect"]>[0]): Promise<Dispatcher.ConnectData>;
  override connect(...args: Parameters<Pool["connect"]>): void;
  override async connect(options: Parameters<Pool["connect"]>[0]): Promise<Dispatcher.ConnectData> {
    const reply = await super.connect(options);
    if (reply.statusCode === 200) return reply;
    reply.socket.on("error", () => {}).destroy();
    const failures = proxyFailures(this.#proxy);
    throw reply.statusCode === 407 ? failures.stranger() : failures.noWay(options.path, String(reply.statusCode));
  }
}

function basic({ user, password }: NonNullable<ProxyServer["credentials"]>): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
