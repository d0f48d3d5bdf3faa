import { BlockList, isIP } from "node:net";

/** One entry of NO_PROXY: a host with all beneath it, an address, or a network. */
export interface Exception {
  /** Lower case, without leading dot; `*` is everything. */
  readonly host: string;
  /** Leading bits of a network, null for a single host. */
  readonly prefix: number | null;
  /** null: any port. */
  readonly port: number | null;
}

const ENTRY = /^(?:\[([^\]]+)\]|([^:/]+)|([0-9a-f:.]+))(?:\/(\d{1,3}))?(?::(\d{1,5}))?$/;

/** Reads one entry as curl does (`.a.com`, `*.a.com` and `a.com` are the same), with Go's `host:port`; null when it is none. */
export function parseException(entry: string): Exception | null {
  const [, bracketed, name, address, prefix, port] = ENTRY.exec(entry.toLowerCase().replace(/^\*?\./, "")) ?? [];
  const host = bracketed ?? name ?? address;
  if (host === undefined || (prefix !== undefined && Number(prefix) > bitsOf(host))) return null;
  return { host, prefix: prefix === undefined ? null : Number(prefix), port: port === undefined ? null : Number(port) };
}

/** `host` in lower case, an IPv6 address without brackets. */
export function isCovered(host: string, port: number, { host: name, prefix, port: only }: Exception): boolean {
  if (only !== null && only !== port) return false;
  if (name === "*" || host === name) return true;
  if (prefix !== null) return isInNetwork(host, name, prefix);
  return isIP(host) === 0 && host.endsWith(`.${name}`);
}

function isInNetwork(host: string, network: string, prefix: number): boolean {
  if (isIP(host) !== isIP(network)) return false;
  const family = isIP(host) === 6 ? "ipv6" : "ipv4";
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return isIP(host) !== 0 && list.check(host, family);
}

/** Names have no networks. */
const bitsOf = (host: string) => ({ 4: 32, 6: 128 })[isIP(host)] ?? -1;
