import { deflateSync } from "node:zlib";

/** Small files that are made to be too much. */

/** `megabytes` of blanks in the few kilobytes of a page's content. */
export function bombPdf(megabytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(megabytes * 1_000_000, " ")));
  const head = [
    "%PDF-1.4",
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
    "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj",
    "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>> endobj",
    `4 0 obj <</Filter[/FlateDecode/FlateDecode]/Length ${packed.length}>> stream\n`,
  ].join("\n");
  return Buffer.concat([
    Buffer.from(head, "latin1"),
    packed,
    Buffer.from("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF", "latin1"),
  ]);
}

/** More paragraphs than anybody writes. */
export const longPage = (paragraphs: number): Buffer =>
  Buffer.from(`<html><body>${"<p>The tide rose, and the harbour was shut.</p>".repeat(paragraphs)}</body></html>`);
