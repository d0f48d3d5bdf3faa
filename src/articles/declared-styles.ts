import type { Page, PageElement } from "./page.ts";

/** Properties as a page's own styles declare them for an element; nothing is inherited here. */
export type Style = ReadonlyMap<string, string>;

/** Only what can hide text, or show it. */
const WATCHED =
  /^(?:display|visibility|opacity|font-size|color|background(?:-color|-image)?|text-decoration(?:-line)?|text-indent|clip|clip-path|position|left|top|overflow|height|max-height|width|max-width)$/;
const MOST_RULES = 300;
const MOST_STYLE_CHARS = 2_000_000;

/** The styles of every element that has some, by its own attribute and by the style sheets within the page. */
export function declaredStyles(document: Page): ReadonlyMap<PageElement, Style> {
  const styles = new Map<PageElement, Map<string, string>>();
  const add = (element: PageElement, declarations: readonly Declaration[]) => {
    const style = styles.get(element) ?? new Map<string, string>();
    styles.set(element, style);
    for (const { name, value } of declarations) style.set(name, value);
  };
  for (const { selector, declarations } of sheetRules(document)) {
    for (const element of matching(document, selector)) add(element, declarations);
  }
  for (const element of document.querySelectorAll("[style]"))
    add(element, declarationsOf(element.getAttribute("style") ?? ""));
  return styles;
}

interface Declaration {
  readonly name: string;
  readonly value: string;
}

function declarationsOf(source: string): Declaration[] {
  return source.split(";").flatMap((part) => {
    const at = part.indexOf(":");
    const name = part.slice(0, at).trim().toLowerCase();
    if (at === -1 || !WATCHED.test(name)) return [];
    return [
      {
        name,
        value: part
          .slice(at + 1)
          .replace(/!\s*important/i, "")
          .trim()
          .toLowerCase(),
      },
    ];
  });
}

/** Rules that hold for every medium and without a state of the pointer. */
function sheetRules(document: Page): { selector: string; declarations: Declaration[] }[] {
  const source = [...document.querySelectorAll("style")].map((style) => style.textContent ?? "").join("\n");
  const sheet = source.slice(0, MOST_STYLE_CHARS).replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, "");
  const rules: { selector: string; declarations: Declaration[] }[] = [];
  let depth = 0;
  let from = 0;
  let selector = "";
  for (const { index, 0: sign } of sheet.matchAll(/[{}]/g)) {
    if (sign === "{") {
      if (depth === 0) selector = (sheet.slice(from, index).split(";").at(-1) ?? "").trim();
      depth += 1;
    } else {
      depth = Math.max(0, depth - 1);
      // Within a medium rules stand one level deeper, and so never close at the outermost.
      if (
        depth === 0 &&
        !selector.startsWith("@") &&
        rules.length < MOST_RULES &&
        !/:(?!not|is|where)/.test(selector)
      ) {
        const declarations = declarationsOf(sheet.slice(from, index));
        if (declarations.length > 0) rules.push({ selector, declarations });
      }
    }
    from = index + 1;
  }
  return rules;
}

function matching(document: Page, selector: string): PageElement[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
