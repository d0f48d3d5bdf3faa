import type { IncomingMessage } from "node:http";
import http from "node:http";
import https from "node:https";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { MEDIA_TYPES } from "../../articles/formats.ts";
import type { FetchedPage, PageFetcher } from "../../ports.ts";
import { guardedLookup, isAddressAllowed, RefusedAddress } from "./guarded-lookup.ts";
import { isPublicAddress } from "./public-address.ts";

const LARGEST_BYTES = 5_000_000;
const MOST_REDIRECTS = 5;
const TIME_LIMIT_MS = 15_000;

export interface FetchOptions {
  /** Which addresses may be connected to; the public ones. */
  readonly isAllowed?: (address: string) => boolean;
  readonly timeLimitMs?: number;
  readonly largestBytes?: number;
}

/**
 * Fetches public pages only: every address is checked when it is connected to, so neither a name that resolves to two
 * things nor a redirect leads into a private network. No cookies, no credentials, no proxy.
 */
export function createPageFetcher(options: FetchOptions = {}): PageFetcher {
  const limits = { isAllowed: isPublicAddress, timeLimitMs: TIME_LIMIT_MS, largestBytes: LARGEST_BYTES, ...options };
  return async (link) => {
    const signal = AbortSignal.timeout(limits.timeLimitMs);
    try {
      let url = new URL(link);
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const reply = await get(url, limits.isAllowed, signal);
        const next = redirectOf(reply, url);
        if (next === null) return await read(reply, url, limits.largestBytes, signal);
        reply.destroy();
        url = next;
      }
      return { kind: "refused", reason: "unreachable" };
    } catch (error) {
      return { kind: "refused", reason: error instanceof RefusedAddress ? "address" : "unreachable" };
    }
  };
}

function get(url: URL, isAllowed: (address: string) => boolean, signal: AbortSignal): Promise<IncomingMessage> {
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || !isAddressAllowed(url.hostname, isAllowed))
    return Promise.reject(new RefusedAddress(url.hostname));
  const client = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const headers = {
      accept: MEDIA_TYPES.join(", "),
      "user-agent": "Mozilla/5.0 (compatible; Footnote)",
    };
    const request = client.get(url, { lookup: guardedLookup(isAllowed), headers, signal, agent: false }, resolve);
    request.once("error", reject);
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
  return isRedirect ? new URL(headers.location ?? "", from) : null;
}

async function read(reply: IncomingMessage, url: URL, largest: number, signal: AbortSignal): Promise<FetchedPage> {
  const mediaType = (reply.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (reply.statusCode !== 200 || !MEDIA_TYPES.includes(mediaType)) {
    reply.destroy();
    return { kind: "refused", reason: reply.statusCode === 200 ? "type" : "status" };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unpacked(reply, signal)) {
    bytes += chunk.length;
    if (bytes > largest) {
      reply.destroy();
      return { kind: "refused", reason: "too-large" };
    }
    chunks.push(chunk);
  }
  return { kind: "page", url: url.href, mediaType, bytes: Buffer.concat(chunks) };
}

/** The limit counts what comes out, for a small archive may hold gigabytes. */
function unpacked(reply: IncomingMessage, signal: AbortSignal): AsyncIterable<Buffer> {
  const unpack = unpacker(reply.headers["content-encoding"] ?? "identity");
  const stream: Readable = unpack === null ? reply : pipeline(reply, unpack, () => {});
  signal.addEventListener("abort", () => stream.destroy(new Error("too slow")), { once: true });
  return stream;
}

function unpacker(encoding: string) {
  switch (encoding.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    case "identity":
      return null;
    default:
      throw new Error(`unknown encoding ${encoding}`);
  }
}
