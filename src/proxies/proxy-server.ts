/** A proxy as HTTPS_PROXY and its sisters name it. Plain values, for they travel to other processes. */
export interface ProxyServer {
  readonly kind: "http" | "https" | "socks5";
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  readonly credentials: { readonly user: string; readonly password: string } | null;
  /** Where it was read from, so that messages can say what to correct. */
  readonly variable: string;
}

/** `socks` is what GNOME writes; names are looked up by the proxy with all of them, as curl's socks5h does. */
const KINDS: Readonly<Record<string, ProxyServer["kind"]>> = {
  http: "http",
  https: "https",
  socks: "socks5",
  socks5: "socks5",
  socks5h: "socks5",
};
const DEFAULT_PORTS = { http: 80, https: 443, socks5: 1080 } as const;

/** Without a scheme it is an http proxy, as for curl. null when it is no address of a proxy that can be used. */
export function parseProxyServer(value: string, variable: string): ProxyServer | null {
  const url = URL.parse(value.includes("://") ? value : `http://${value}`);
  const kind = KINDS[url?.protocol.slice(0, -1) ?? ""];
  if (url === null || kind === undefined || url.hostname === "") return null;
  const credentials = { user: decoded(url.username), password: decoded(url.password) };
  return {
    kind,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || DEFAULT_PORTS[kind],
    credentials: url.username === "" ? null : credentials,
    variable,
  };
}

/** `socks5://127.0.0.1:1080`, never with user and password. */
export function addressOf({ kind, host, port }: ProxyServer): string {
  return `${kind}://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
