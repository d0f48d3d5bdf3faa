import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import TurndownService from "turndown";
import { boundMarkup } from "./bound-markup.ts";
import { joinWrappedLines, linesWithout, textLines } from "./page-lines.ts";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";

type Page = ReturnType<typeof parseHTML>["document"];

/** A saved web page: the article as Readability finds it, its facts from the meta tags. @throws UnreadableFile when it holds no article */
export function parseHtml(html: string): ParsedFile {
  const { document } = parseHTML(boundMarkup(html));
  if (document.documentElement === null || document.body === null) throw new UnreadableFile("not an HTML page");
  const facts = {
    title: meta(document, "og:title", "twitter:title"),
    author: meta(document, "author", "article:author"),
    date:
      meta(document, "article:published_time", "date", "dc.date", "pubdate") ?? attribute(document, "time", "datetime"),
    zone: null,
    url: attribute(document, 'link[rel="canonical"]', "href") ?? meta(document, "og:url"),
  };
  const heading = document.querySelector("h1")?.textContent?.trim() ?? "";
  const before = textLines(document.body);
  const found = new Readability(document, { charThreshold: 0 }).parse();
  if (typeof found?.content !== "string") throw new UnreadableFile("no article text in the page");
  const author = facts.author ?? found.byline?.trim() ?? null;
  const content = parseHTML(`<html><body>${found.content}</body></html>`).document;
  const outside = linesWithout(before, textLines(content.body));
  const title = facts.title ?? withoutSiteName(found.title ?? null, heading);
  return { ...facts, author, title, markdown: toMarkdown(content), outside };
}

/** Pages put their site's name beside the title; the heading has the title alone. */
function withoutSiteName(title: string | null, heading: string): string | null {
  return heading !== "" && title?.includes(heading) === true ? heading : title;
}

function meta(document: Page, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = attribute(document, `meta[property="${name}"], meta[name="${name}"]`, "content");
    if (value !== null) return value;
  }
  return null;
}

function attribute(document: Page, selector: string, name: string): string | null {
  const value = document.querySelector(selector)?.getAttribute(name)?.trim() ?? "";
  return value === "" ? null : value;
}

function toMarkdown(document: Page): string {
  const service = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced" });
  tablesAsLines(document);
  joinWrappedLines(document);
  return service.turndown(document.body.innerHTML);
}

/** Turndown has no tables: each row becomes a paragraph with its cells in order. */
function tablesAsLines(document: Page): void {
  for (const table of document.querySelectorAll("table")) {
    const box = document.createElement("div");
    for (const row of table.querySelectorAll("tr")) {
      const line = document.createElement("p");
      line.textContent = [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim()).join(" | ");
      box.append(line);
    }
    table.replaceWith(box);
  }
}
