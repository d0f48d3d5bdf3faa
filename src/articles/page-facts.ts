import { normaliseDate, spellsDate } from "./dates.ts";
import type { Facts } from "./facts.ts";
import { isRecord } from "./is-record.ts";
import type { Page } from "./page.ts";
import { savedPageNote } from "./saved-page-note.ts";
import { wechatFacts } from "./wechat-page.ts";

const NEAR_HEADING_LINES = 6;
const LONGEST_DATELINE_CHARS = 80;
/** Where a page keeps what is not the article's: a time there is a comment's, or that of another article. */
const ELSEWHERE =
  "aside, footer, nav, [class*=comment i], [id*=comment i], [class*=reply i], [class*=related i], [class*=recommend i], [class*=sidebar i]";

/** The facts of a page, from its tags, its data for search engines and its first lines. `html` is its source, `lines` what it shows. */
export function pageFacts(document: Page, html: string, lines: readonly string[]): Facts {
  const wechat = wechatFacts(document, html);
  const linked = linkedData(document);
  const note = savedPageNote(html);
  const heading = document.querySelector("h1")?.textContent?.trim() ?? "";
  const title =
    meta(document, "og:title", "twitter:title") ??
    wechat.title ??
    withoutSiteName(pageTitle(document) ?? linked.title, heading);
  const date = firstDate(
    meta(
      document,
      "article:published_time",
      "og:published_time",
      "datePublished",
      "pubdate",
      "publishdate",
      "date",
      "dc.date",
      "dc.date.issued",
      "citation_publication_date",
      "weibo:article:create_at",
    ),
    linked.date,
    wechat.date,
    itemDate(document),
    timeOf(document),
    dateline(lines, heading),
    note.date,
  );
  return {
    title,
    author:
      meta(document, "author", "article:author", "dc.creator", "citation_author") ??
      wechat.author ??
      linked.author ??
      itemText(document, "author"),
    date,
    zone: wechat.isWechat ? "+08:00" : null,
    url:
      attribute(document, 'link[rel="canonical"]', "href") ??
      meta(document, "og:url") ??
      wechat.url ??
      linked.url ??
      note.url,
  };
}

/** The first place with a real date wins; if there is none, the first text is kept as it is. */
function firstDate(...dates: readonly (string | null)[]): string | null {
  return (
    dates.find((date) => date !== null && normaliseDate(date, null) !== null) ??
    dates.find((date) => date !== null) ??
    null
  );
}

/** Pages add their site's name to the title; the heading has only the title. */
function withoutSiteName(title: string | null, heading: string): string | null {
  return heading !== "" && (title === null || title.includes(heading)) ? heading : title;
}

function pageTitle(document: Page): string | null {
  // A picture may have a title of its own.
  const title = [...document.querySelectorAll("title")].find((each) => each.closest("svg") === null);
  return filled(title?.textContent);
}

function meta(document: Page, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = attribute(
      document,
      `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`,
      "content",
    );
    if (value !== null) return value;
  }
  return null;
}

function attribute(document: Page, selector: string, name: string): string | null {
  return filled(document.querySelector(selector)?.getAttribute(name));
}

function filled(text: string | null | undefined): string | null {
  const value = text?.trim() ?? "";
  return value === "" ? null : value;
}

function itemDate(document: Page): string | null {
  const item = [...document.querySelectorAll('[itemprop="datePublished"], [itemprop="dateCreated"]')].find(
    (each) => each.closest(ELSEWHERE) === null,
  );
  return filled(item?.getAttribute("content")) ?? filled(item?.getAttribute("datetime")) ?? filled(item?.textContent);
}

function itemText(document: Page, name: string): string | null {
  const item = document.querySelector(`[itemprop="${name}"]`);
  return (
    filled(item?.getAttribute("content")) ?? filled((item?.querySelector('[itemprop="name"]') ?? item)?.textContent)
  );
}

function timeOf(document: Page): string | null {
  const times = [...document.querySelectorAll("time")].filter((time) => time.closest(ELSEWHERE) === null);
  const shown = times.map((time) => filled(time.getAttribute("datetime")) ?? filled(time.textContent));
  return shown.find((time) => time !== null && normaliseDate(time, null) !== null) ?? null;
}

/** A short line beside the heading that spells a day. */
function dateline(lines: readonly string[], heading: string): string | null {
  const at = heading === "" ? -1 : lines.findIndex((line) => line.includes(heading));
  if (at === -1) return null;
  const near = lines
    .slice(Math.max(0, at - 2), at + NEAR_HEADING_LINES)
    .filter((line) => line.length <= LONGEST_DATELINE_CHARS && line !== lines[at]);
  const line = near.find((each) => spellsDate(each) !== null);
  return line === undefined ? null : line.slice(line.indexOf(spellsDate(line) ?? ""));
}

interface LinkedData {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

/** JSON-LD of schema.org: the first thing with a day of publication that is no comment. */
function linkedData(document: Page): LinkedData {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    readThings(script.textContent ?? ""),
  );
  const thing =
    things.find((each) => ARTICLE.test(String(each["@type"]))) ??
    things.find((each) => typeof each["datePublished"] === "string" && !/comment|answer/i.test(String(each["@type"])));
  return {
    title: text(thing?.["headline"]),
    author: namesOf(thing?.["author"]),
    date: text(thing?.["datePublished"]) ?? text(thing?.["dateCreated"]),
    url: text(thing?.["url"]),
  };
}

const ARTICLE = /article|posting|report$/i;
const MOST_THINGS = 500;

function readThings(json: string): Record<string, unknown>[] {
  try {
    const open: unknown[] = [JSON.parse(json)];
    const things: Record<string, unknown>[] = [];
    for (let value = open.shift(); value !== undefined && things.length < MOST_THINGS; value = open.shift()) {
      if (Array.isArray(value)) open.push(...value.slice(0, MOST_THINGS));
      else if (isRecord(value)) {
        things.push(value);
        open.push(value["@graph"] ?? null, value["mainEntity"] ?? null);
      }
    }
    return things;
  } catch {
    return [];
  }
}

const text = (value: unknown): string | null => (typeof value === "string" ? filled(value) : null);

function namesOf(author: unknown): string | null {
  const names = (Array.isArray(author) ? author : [author]).map((each) => text(isRecord(each) ? each["name"] : each));
  return names.filter((name) => name !== null).join(", ") || null;
}
