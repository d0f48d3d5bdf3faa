import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import TurndownService from "turndown";
import type { Draft } from "./draft.ts";

const turndown = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced" });
turndown.remove(["script", "style", "nav", "aside", "footer", "form", "button", "noscript"]);

/** A saved page: its article by Readability, as Markdown; meta tags give author, date and address. */
export function parseHtml(text: string): Draft {
  const { document } = parseHTML(text);
  const meta = (...names: string[]) => names.map((name) => metaContent(document, name)).find((value) => value !== null) ?? null;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? null;
  const title = meta("og:title") ?? (document.querySelector("h1")?.textContent?.trim() || null);
  const author = meta("author", "article:author");
  const date = meta("article:published_time", "date", "pubdate", "dc.date") ?? document.querySelector("time")?.getAttribute("datetime") ?? null;
  const url = canonical ?? meta("og:url");
  const article = new Readability(document, { charThreshold: 100 }).parse();
  const html = article?.content ?? document.body?.innerHTML ?? "";
  return { title: title ?? article?.title ?? null, author: author ?? article?.byline ?? null, date, url, markdown: withoutTitle(turndown.turndown(html), title) };
}

function metaContent(document: ReturnType<typeof parseHTML>["document"], name: string): string | null {
  const tag = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
  return tag?.getAttribute("content")?.trim() || null;
}

function withoutTitle(markdown: string, title: string | null): string {
  const heading = /^\s*#{1,2}\s+(.+)\n/.exec(markdown);
  return heading !== null && heading[1]?.trim() === title ? markdown.slice(heading[0].length) : markdown;
}
