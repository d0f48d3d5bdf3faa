import type { Style } from "./declared-styles.ts";
import type { Page, PageElement } from "./page.ts";
import { superscript } from "./superscripts.ts";

const CONTEXT = 60;
const MOST_STEPS = 40;
const TEXT_NODE = 3;
const BLOCK = /^(?:P|DIV|LI|TD|TH|DD|DT|SECTION|ARTICLE|H[1-6]|BLOCKQUOTE|BODY|BR)$/;

/** Makes the text of a page what a reader takes from it: nothing struck out, nothing twice, raised characters by their meaning. */
export function asReaderSees(document: Page, styles: ReadonlyMap<PageElement, Style>): void {
  withoutStruck(document, styles);
  withoutReadings(document);
  mathOnce(document);
  superscripts(document);
  definitionsAsLines(document);
}

function withoutStruck(document: Page, styles: ReadonlyMap<PageElement, Style>): void {
  for (const element of document.querySelectorAll("del, s, strike")) element.remove();
  for (const [element, style] of styles) {
    if (/line-through/.test(`${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`))
      element.remove();
  }
}

/** Ruby sets the sound of characters above them. */
function withoutReadings(document: Page): void {
  for (const element of document.querySelectorAll("ruby rt, ruby rp, ruby rtc")) element.remove();
  for (const element of document.querySelectorAll("ruby"))
    element.replaceWith(document.createTextNode((element.textContent ?? "").trim()));
}

/** Formulas stand in a page two or three times: for the eye, for readers aloud, and as they were typed. The last is kept. */
function mathOnce(document: Page): void {
  for (const script of document.querySelectorAll('script[type^="math/tex"]')) {
    for (const shown of [script.previousElementSibling, script.previousElementSibling?.previousElementSibling]) {
      if (/MathJax/i.test(shown?.getAttribute("class") ?? "")) shown?.remove();
    }
    script.replaceWith(document.createTextNode(script.textContent ?? ""));
  }
  for (const box of document.querySelectorAll(".katex, mjx-container, .mwe-math-element, .MathJax, math")) {
    if (box.isConnected === false) continue;
    const typed =
      box.querySelector('annotation[encoding*="tex"], annotation[encoding*="TeX"]') ??
      box.querySelector("[data-tex], [alttext]");
    const math = box.tagName.toLowerCase() === "math" ? box : box.querySelector("math");
    for (const each of box.querySelectorAll("annotation, annotation-xml")) if (each !== typed) each.remove();
    const text =
      typed?.textContent?.trim() ||
      box.getAttribute("alttext") ||
      typed?.getAttribute("data-tex") ||
      math?.textContent ||
      box.textContent ||
      "";
    box.replaceWith(document.createTextNode(withoutDisplayStyle(text)));
  }
}

/** Wikipedia wraps each formula in a note to the printer. */
const withoutDisplayStyle = (tex: string): string =>
  /^\{\\displaystyle\s([\s\S]*)\}$/.exec(tex.trim())?.[1] ?? tex.trim();

function superscripts(document: Page): void {
  for (const sup of document.querySelectorAll("sup")) {
    const raised = sup.textContent ?? "";
    const isNote =
      sup.querySelector('a[href*="#"], a[role*="noteref"]') !== null ||
      /\b(?:foot|end)?note|\breference\b|\bcite/i.test(sup.getAttribute("class") ?? "") ||
      sup.closest('a[href*="#"]') !== null;
    const text =
      isNote && /^[\s[\]()（）【】\d*†‡,，、;–a-z-]{1,24}$/i.test(raised)
        ? ""
        : superscript(textBefore(sup), raised, textAfter(sup));
    sup.replaceWith(document.createTextNode(text));
  }
}

const textBefore = (element: PageElement): string => textBeside(element, "previousSibling").slice(-CONTEXT);
const textAfter = (element: PageElement): string => textBeside(element, "nextSibling").slice(0, CONTEXT);

/** The text of a line up to an element, or from it on. */
function textBeside(element: PageElement, side: "previousSibling" | "nextSibling"): string {
  let text = "";
  let steps = 0;
  let at: PageElement | null = element;
  while (at !== null && text.length < CONTEXT) {
    for (let node: SiblingNode | null = at[side]; node !== null && text.length < CONTEXT; node = node[side]) {
      steps += 1;
      if (steps > MOST_STEPS) return text;
      if (BLOCK.test(node.nodeName)) return text;
      const piece =
        node.nodeType === TEXT_NODE || node.nodeType === 1 ? (node.textContent ?? "").replace(/\s+/g, " ") : "";
      text = side === "previousSibling" ? `${piece}${text}` : `${text}${piece}`;
    }
    at = at.parentElement === null || BLOCK.test(at.parentElement.nodeName) ? null : at.parentElement;
  }
  return text;
}

type SiblingNode = NonNullable<PageElement["previousSibling"]>;

/** `<dt>Depth<dd>4.2 metres` reads `Depth: 4.2 metres`. */
function definitionsAsLines(document: Page): void {
  for (const list of document.querySelectorAll("dl")) {
    const box = document.createElement("div");
    let term = "";
    for (const item of list.querySelectorAll("dt, dd")) {
      if (item.tagName === "DT") {
        if (term !== "") box.append(paragraph(document, term));
        term = (item.textContent ?? "").replace(/\s+/g, " ").trim();
      } else if (item.querySelector("p, ul, ol, pre, table, div") === null) {
        const line = paragraph(document, term === "" ? "" : labelled(term));
        line.append(...item.childNodes);
        box.append(line);
        term = "";
      } else {
        if (term !== "") box.append(paragraph(document, term));
        box.append(...item.childNodes);
        term = "";
      }
    }
    if (term !== "") box.append(paragraph(document, term));
    list.replaceWith(box);
  }
}

function paragraph(document: Page, text: string): PageElement {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}

const labelled = (term: string): string =>
  /[:：?？]$/.test(term) ? `${term} ` : /\p{Script=Han}$/u.test(term) ? `${term}：` : `${term}: `;
