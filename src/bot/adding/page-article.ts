import type { NewArticle } from "../../adding/additions.ts";
import { extensionOfType } from "../../articles/formats.ts";
import type { FetchedPage } from "../../ports.ts";

const HEAD = /<head(?:\s[^<>]{0,2000})?>/i;
const ROOT = /<html(?:\s[^<>]{0,2000})?>/i;
/** A page's head opens near its beginning; what says so later is text. */
const HEAD_WITHIN_BYTES = 4_096;

/** A fetched page as a file that knows its address: the first canonical link of a page counts, so ours comes first. */
export function pageAsArticle({ url, mediaType, bytes }: FetchedPage & { readonly kind: "page" }): NewArticle {
  const { hostname, pathname } = new URL(url);
  const name = `${hostname} ${decoded(pathname.split("/").findLast((part) => part !== "") ?? "")}`.replace(
    /\.\w{1,5}$/,
    "",
  );
  const extension = extensionOfType(mediaType) ?? ".html";
  return { name, extension, bytes: extension === ".html" ? withAddress(bytes, url) : bytes };
}

/** On the bytes, for the page may be in any encoding; the address is ASCII. */
function withAddress(bytes: Uint8Array, url: string): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, HEAD_WITHIN_BYTES)).toString("latin1");
  const link = `<link rel="canonical" href="${url.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`;
  const head = HEAD.exec(start);
  const opening = head ?? ROOT.exec(start);
  if (opening === null) return bytes;
  const at = opening.index + opening[0].length;
  const inserted = Buffer.from(head === null ? `<head>${link}</head>` : link);
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
