import type { RichText } from "./rich-text.ts";

/** For a terminal: the same text, links written out behind their sources. */
export function toPlainText({ text, entities }: RichText): string {
  const links = entities
    .filter(
      (entity) =>
        entity.type === "text_link" && !/^\[\d+\]$/.test(text.slice(entity.offset, entity.offset + entity.length)),
    )
    .sort((a, b) => b.offset - a.offset);
  let out = text;
  for (const link of links) {
    const lineEnd = out.indexOf("\n", link.offset + link.length);
    const at = lineEnd === -1 ? out.length : lineEnd;
    out = `${out.slice(0, at)}\n    ${"url" in link ? link.url : ""}${out.slice(at)}`;
  }
  return out;
}
