import { Readability } from "@mozilla/readability";
import TurndownService from "turndown";
import { boundMarkup } from "./bound-markup.ts";
import { lineKey } from "./characters.ts";
import { declaredStyles } from "./declared-styles.ts";
import { withoutHidden } from "./hidden-text.ts";
import { tablesAsLines } from "./html-tables.ts";
import { type Page, type PageElement, pageOf } from "./page.ts";
import { pageFacts } from "./page-facts.ts";
import { joinWrappedLines, linesWithout, textLines } from "./page-lines.ts";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";
import { asReaderSees } from "./reader-text.ts";
import { wechatBody, wechatPostText } from "./wechat-page.ts";

/** A saved web page: the article as Readability finds it, with facts from tags and data. @throws UnreadableFile if it has no article */
export function parseHtml(html: string): ParsedFile {
  const document = pageOf(boundMarkup(html));
  const styles = declaredStyles(document);
  // Formulas hide what is typed and show what is drawn, so they are read first.
  asReaderSees(document, styles);
  withoutHidden(document, styles);
  const before = textLines(document.body);
  const facts = pageFacts(
    document,
    html,
    before.map((line) => line.join(" ")),
  );
  const post = isPost(document) ? wechatPostText(document, html) : null;
  if (post !== null) return { ...facts, markdown: post, outside: [] };
  const found = articleOf(document);
  if (found === null) throw new UnreadableFile("empty", "no article text in the page");
  const content = pageOf(`<html><head></head><body>${found.content}</body></html>`);
  withoutLinesAbove(content, facts.title);
  const outside = linesWithout(before, textLines(content.body));
  return { ...facts, author: facts.author ?? withoutBy(found.byline), markdown: toMarkdown(content), outside };
}

const withoutBy = (byline: string | null): string | null => byline?.replace(/^by\s+/i, "") ?? null;

/** If nothing else separates the article from its page, text above the heading without a sentence belongs to the page. */
function withoutLinesAbove(document: Page, title: string | null): void {
  const key = lineKey(title ?? "");
  const heading = [...document.querySelectorAll("h1, h2")].find(
    (each) => key !== "" && lineKey(each.textContent ?? "") === key,
  );
  const above: { textContent: string | null; remove(): void }[] = [];
  for (let at: PageElement | null = heading ?? null; at !== null && at !== document.body; at = at.parentElement) {
    for (let before = at.previousSibling; before !== null; before = before.previousSibling) above.push(before as never);
  }
  if (
    above.every(
      ({ textContent }) =>
        !/[。！？.!?]\s*$/.test(textContent ?? "") && (textContent ?? "").length <= LONGEST_MENU_CHARS,
    )
  ) {
    for (const node of above) node.remove();
  }
}

const LONGEST_MENU_CHARS = 200;

interface Found {
  readonly content: string;
  readonly byline: string | null;
}

function articleOf(document: Page): Found | null {
  const body = wechatBody(document);
  if (body !== null && hasWords(body)) return { content: body.innerHTML, byline: null };
  const found = new Readability(document, { charThreshold: 0 }).parse();
  if (typeof found?.content !== "string") return null;
  return { content: found.content, byline: found.byline?.trim() || null };
}

const hasWords = (element: PageElement): boolean => /[\p{L}\p{N}]/u.test(element.textContent ?? "");

/** A post of WeChat that is pictures has its text elsewhere. */
const isPost = (document: Page): boolean => {
  const body = wechatBody(document);
  return body === null
    ? document.querySelector("#js_image_content, #js_share_content, .share_content_page") !== null
    : !hasWords(body);
};

function toMarkdown(document: Page): string {
  const service = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced" });
  tablesAsLines(document);
  joinWrappedLines(document);
  return service.turndown(document.body.innerHTML);
}
