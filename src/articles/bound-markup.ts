import { Parser } from "htmlparser2";
import type { Span } from "../domain.ts";
import { UnreadableFile } from "./parsed.ts";

/** Work on a page's tree takes time cubic in its depth; pages that people read have about thirty levels. */
const MOST_LEVELS = 100;
const MOST_LEVELS_AT_ALL = 5_000;
const MOST_ATTRIBUTES = 200;
/** Nothing stands inside these, or nothing that is markup. */
const LEAVES = new Set("script style title textarea xmp iframe noembed area br col embed hr img input wbr".split(" "));

/**
 * The page with no more levels and attributes than a parser can handle: deeper tags are removed, their contents stay. It reads
 * the same tokens from which the tree is built later. @throws UnreadableFile when it is nested without end
 */
export function boundMarkup(html: string): string {
  const cuts: Span[] = [];
  let levels = 0;
  let attributes = 0;
  const cutTag = () => cuts.push({ start: parser.startIndex, end: parser.endIndex + 1 });
  const isTooDeep = (name: string) => levels > MOST_LEVELS && !LEAVES.has(name);
  const parser = new Parser({
    onopentagname() {
      levels += 1;
      attributes = 0;
      if (levels > MOST_LEVELS_AT_ALL)
        throw new UnreadableFile("unreadable", `markup of more than ${MOST_LEVELS_AT_ALL} levels`);
    },
    onattribute() {
      attributes += 1;
      if (attributes > MOST_ATTRIBUTES) cuts.push({ start: parser.startIndex, end: parser.endIndex });
    },
    onopentag(name) {
      if (isTooDeep(name)) cutTag();
    },
    onclosetag(name, isImplied) {
      if (!isImplied && isTooDeep(name)) cutTag();
      levels -= 1;
    },
  });
  parser.end(html);
  return without(html, cuts);
}

function without(html: string, cuts: readonly Span[]): string {
  let out = "";
  let from = 0;
  // The attributes of a tag are reported before the tag itself.
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    out += `${html.slice(from, start)} `;
    from = end;
  }
  return out + html.slice(from);
}
