import { CJK } from "./characters.ts";
import type { Page } from "./page.ts";

type Body = Page["body"];
type Element = NonNullable<Body["parentElement"]>;

/** One line of a page: the text nodes that stand in one block element, trimmed. */
export type PageLine = readonly string[];

const SHOW_TEXT = 4;
const TEXT_NODE = 3;
const UNSEEN = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TITLE", "SVG", "TEXTAREA", "SELECT", "IFRAME"]);
const INLINE = new Set("A ABBR B BDI CITE CODE EM FONT I LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U".split(" "));

/** The text of a page that a reader sees, in order. */
export function textLines(body: Body): PageLine[] {
  const lines: string[][] = [];
  const walker = body.ownerDocument.createTreeWalker(body, SHOW_TEXT);
  let last: unknown = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const block = blockAround(node.parentElement);
    if (block === null) continue;
    if (block !== last) lines.push([]);
    addTo(lines.at(-1) ?? [], node.textContent ?? "", node.previousSibling?.nodeType === TEXT_NODE ? "goes-on" : "new");
    last = block;
  }
  return lines.map((line) => line.map((piece) => piece.replace(/\s+/g, " ").trim()).filter((piece) => piece !== ""));
}

/** The parser makes a separate text node for every entity, even inside a word. */
function addTo(line: string[], piece: string, place: "goes-on" | "new"): void {
  const open = place === "goes-on" ? line.pop() : undefined;
  line.push(`${open ?? ""}${piece}`);
}

/** null inside what is not shown. */
function blockAround(element: Element | null): Element | null {
  let at = element;
  while (at !== null && INLINE.has(at.tagName.toUpperCase())) at = at.parentElement;
  return at === null || UNSEEN.has(at.tagName.toUpperCase()) ? null : at;
}

/** The lines of a page that are not, piece by piece, among those kept; each once. */
export function linesWithout(page: readonly PageLine[], kept: readonly PageLine[]): string[] {
  const known = new Set(kept.flat());
  const left = page.map((line) => line.filter((piece) => !known.has(piece)).join(" "));
  return [...new Set(left)].filter((line) => /[\p{L}\p{N}]/u.test(line));
}

const WRAPPED = new RegExp(`(?<=[${CJK}])[ \\t]*\\n\\s*(?=[${CJK}])`, "gu");

/** A line end in a page's source means a space, which Chinese does not have between its characters. */
export function joinWrappedLines(page: Page): void {
  const walker = page.createTreeWalker(page.body, SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest("pre") === null) node.textContent = (node.textContent ?? "").replace(WRAPPED, "");
  }
}
