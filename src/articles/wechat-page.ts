import type { Facts } from "./facts.ts";
import type { Page, PageElement } from "./page.ts";

/** The element with a WeChat article; the page hides it until its script has run. */
export const wechatBody = (document: Page): PageElement | null => document.querySelector("#js_content");

/** Facts in the scripts of a WeChat page, as its server sends it. */
export function wechatFacts(document: Page, html: string): Facts & { readonly isWechat: boolean } {
  const isWechat =
    wechatBody(document) !== null ||
    (/\bmp\.weixin\.qq\.com\//.test(html.slice(0, 20_000)) && /\bmsg_(?:title|link)\b/.test(html));
  if (!isWechat) return { isWechat, title: null, author: null, date: null, zone: null, url: null };
  const shown = (selector: string) => document.querySelector(selector)?.textContent?.trim() || null;
  return {
    isWechat,
    title: shown("#activity-name") ?? variable(html, "msg_title"),
    author: shown("#js_name") ?? variable(html, "nickname"),
    date:
      shown("#publish_time") ??
      variable(html, "publish_time") ??
      variable(html, "createTime") ??
      variable(html, "oriCreateTime") ??
      variable(html, "ct"),
    zone: "+08:00",
    url: variable(html, "msg_link"),
  };
}

/** The text of a post that has only pictures: it is in a script, or in the page's description. */
export function wechatPostText(document: Page, html: string): string | null {
  const text =
    variable(html, "content_noencode") ??
    variable(html, "desc") ??
    document.querySelector('meta[property="og:description"], meta[name="description"]')?.getAttribute("content") ??
    "";
  const plain = unescaped(text)
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<[^<>]{0,500}>/g, "");
  return plain.trim().replace(/(?<!\s)\s*\n\s*/g, "\n\n") || null;
}

/** `var ct = "1714521600";`, `nickname: JsDecode('…')`, `var msg_title = '…'.html(false)`. */
function variable(html: string, name: string): string | null {
  const found = new RegExp(
    String.raw`\b${name}["']?\s*[=:]\s*(?:[\w.]{1,30}\()?(?:""\s*\|\|\s*){0,3}(["'])((?:\\.|(?!\1)[^\\\n]){1,20000})\1`,
  ).exec(html);
  return unescaped(found?.[2] ?? "").trim() || null;
}

const unescaped = (text: string): string =>
  text
    .replace(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})/gi, (_, short?: string, long?: string) =>
      String.fromCharCode(Number.parseInt(short ?? long ?? "20", 16)),
    )
    .replace(/\\n/g, "\n")
    .replace(/\\(.)/g, "$1")
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? "");

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: " ", "#39": "'" };
