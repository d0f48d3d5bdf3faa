import { Agent, Dispatcher } from "undici";
import type { ProxyServer } from "../../proxies/proxy-server.ts";
import { type Proxies, proxyFor } from "../../proxies/route.ts";
import { httpProxy } from "./http-proxy.ts";
import { socksProxy } from "./socks-proxy.ts";

/** Chooses the way of each request by where it goes, after a redirect too. */
export class Ways extends Dispatcher {
  readonly #proxies: Proxies;
  readonly #direct = new Agent();
  readonly #opened = new Map<ProxyServer, Dispatcher>();

  constructor(proxies: Proxies) {
    super();
    this.#proxies = proxies;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const proxy = options.origin === undefined ? null : proxyFor(new URL(options.origin), this.#proxies);
    return (proxy === null ? this.#direct : this.#through(proxy)).dispatch(options, handler);
  }

  #through(proxy: ProxyServer): Dispatcher {
    const opened = this.#opened.get(proxy) ?? (proxy.kind === "socks5" ? socksProxy(proxy) : httpProxy(proxy));
    this.#opened.set(proxy, opened);
    return opened;
  }
}
