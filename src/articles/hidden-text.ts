import type { Style } from "./declared-styles.ts";
import type { Page, PageElement } from "./page.ts";
import { wechatBody } from "./wechat-page.ts";

/** Hidden, but most of the page's words: it waits for a script, and is what people come to read. */
const LEAST_SHARE_OF_BODY = 0.5;
const SHOW_TEXT = 4;

/** Removes what a page hides from people, and shows what it hides only until its script has run. */
export function withoutHidden(document: Page, styles: ReadonlyMap<PageElement, Style>): void {
  const marked = [...document.querySelectorAll("[hidden], [aria-hidden=true]")];
  const hidden = new Set<PageElement>();
  for (const element of [...styles.keys(), ...marked]) if (isHidden(element, styles)) hidden.add(element);
  const body = wechatBody(document);
  const whole = Math.max(1, wordsIn(document.body));
  for (const element of hidden) {
    const inside =
      element === body || element.contains(body) || element === document.body || element === document.documentElement;
    if (inside || wordsIn(element) >= whole * LEAST_SHARE_OF_BODY) reveal(element);
    else element.remove();
  }
  withoutTinyText(document, styles);
}

/** Scripts and styles are no words. */
function wordsIn(element: PageElement): number {
  const other = [...element.querySelectorAll("script, style, noscript, template")];
  return (element.textContent ?? "").length - other.reduce((sum, each) => sum + (each.textContent ?? "").length, 0);
}

function reveal(element: PageElement): void {
  element.removeAttribute("hidden");
  element.removeAttribute("aria-hidden");
  element.removeAttribute("style");
}

function isHidden(element: PageElement, styles: ReadonlyMap<PageElement, Style>): boolean {
  if (element.hasAttribute("hidden")) return true;
  // Icons are hidden from screen readers but visible, except those that contain words.
  const style = styles.get(element);
  if (style === undefined) return false;
  const is = (name: string, value: RegExp) => value.test(style.get(name) ?? "");
  return (
    is("display", /^none$/) ||
    is("visibility", /^(?:hidden|collapse)$/) ||
    (is("opacity", /^0?\.?0*%?$/) && style.has("opacity")) ||
    (is("overflow", /^(?:hidden|clip)/) &&
      ["height", "max-height", "width", "max-width"].some(
        (name) => is(name, /^[01]?(?:\.\d+)?(?:px)?$/) && style.has(name),
      )) ||
    (is("position", /^(?:absolute|fixed)$/) &&
      (is("left", FAR_OFF) ||
        is("top", FAR_OFF) ||
        is("clip", /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/) ||
        is("clip-path", /^inset\((?:50|100)%/))) ||
    is("text-indent", FAR_OFF) ||
    hasNoContrast(element, style, styles)
  );
}

const FAR_OFF = /^-\d{4,}(?:\.\d+)?(?:px|em|rem)$/;

/** Text in the colour of its background. If a picture or an unknown colour is behind it, it counts as visible. */
function hasNoContrast(element: PageElement, style: Style, styles: ReadonlyMap<PageElement, Style>): boolean {
  const color = rgb(style.get("color"));
  if (color === null) return style.get("color") === "transparent";
  for (let at: PageElement | null = element; at !== null; at = at.parentElement) {
    const own = styles.get(at);
    const behind = own?.get("background-color") ?? own?.get("background");
    if (own?.has("background-image") === true || /url\(|gradient/.test(behind ?? "")) return false;
    if (behind === undefined || /^(?:none|transparent|initial|inherit|unset)/.test(behind)) continue;
    const ground = rgb(behind.split(/\s+(?![^(]*\))/)[0]);
    return ground !== null && ground.every((value, index) => Math.abs(value - (color[index] ?? 0)) <= 8);
  }
  return color.every((value) => value >= 250);
}

function rgb(color: string | undefined): readonly number[] | null {
  if (color === undefined) return null;
  if (color === "white") return [255, 255, 255];
  if (color === "black") return [0, 0, 0];
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(color)?.[1];
  if (hex !== undefined) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    return digits.map((pair) => Number.parseInt(pair, 16));
  }
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(color);
  return parts === null ? null : parts.slice(1, 4).map(Number);
}

/** Size is inherited, so that a box without one may hold text that has one: only its own text goes. */
function withoutTinyText(document: Page, styles: ReadonlyMap<PageElement, Style>): void {
  const sizes = new Map(
    [...styles].flatMap(([element, style]) =>
      style.has("font-size") ? [[element, style.get("font-size") ?? ""] as const] : [],
    ),
  );
  if (![...sizes.values()].some((size) => NO_SIZE.test(size))) return;
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  const tiny: { textContent: string | null }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    let at = node.parentElement;
    while (at !== null && !/^[\d.]+(?:px|pt|rem|vw)?$|^(?:x*-?small|medium|x*-?large)$/.test(sizes.get(at) ?? ""))
      at = at.parentElement;
    if (at !== null && NO_SIZE.test(sizes.get(at) ?? "")) tiny.push(node);
  }
  for (const node of tiny) node.textContent = "";
}

const NO_SIZE = /^0*[01]?(?:\.\d+)?(?:px|pt)?$|^0+(?:\.0+)?(?:rem|vw)$/;
