import { parseHTML } from "linkedom";

export type Page = ReturnType<typeof parseHTML>["document"];
export type PageElement = NonNullable<Page["body"]["parentElement"]>;

/** Such as browsers make of any source: pages are saved without a head, a body, or either (SingleFile, fragments). */
export function pageOf(html: string): Page {
  const { document } = parseHTML(html);
  const bodies = document.querySelectorAll("body");
  const root = document.documentElement;
  if (root?.tagName !== "HTML" || bodies.length === 0) {
    const inner = root?.tagName === "HTML" ? root.innerHTML : html.replace(/<!doctype[^>]{0,500}>/i, "");
    return opened(parseHTML(`<html><head></head><body>${inner}</body></html>`).document);
  }
  // The parser's own `head` and `body` go by place, so that whatever stands before the body belongs into the head.
  const head = document.querySelector("head") ?? root.insertBefore(document.createElement("head"), root.firstChild);
  if (root.firstChild !== head) root.insertBefore(head, root.firstChild);
  for (const node of [...root.childNodes]) if (node !== head && node.nodeName !== "BODY") head.append(node);
  for (const more of [...bodies].slice(1)) bodies[0]?.append(...more.childNodes);
  return opened(document);
}

/** Shadow trees written by SingleFile show their content; any other template shows nothing. */
function opened(document: Page): Page {
  for (const template of document.querySelectorAll("template")) {
    if (template.hasAttribute("shadowrootmode") || template.hasAttribute("shadowroot")) {
      const box = document.createElement("div");
      box.innerHTML = template.innerHTML;
      template.replaceWith(box);
    } else template.remove();
  }
  return document;
}
