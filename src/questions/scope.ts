import type { Scope, Span } from "../domain.ts";
import { WHOLE } from "./reading.ts";
import type { Shelf } from "./shelf.ts";

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, "");

/** Those that a name means: the very one, else the one whose last part it is; null for none. */
export function named(name: string, known: readonly string[]): readonly string[] | null {
  const wanted = fold(name);
  if (wanted === "") return null;
  const exact = known.filter((one) => fold(one) === wanted);
  if (exact.length > 0) return exact;
  const ends = known.filter((one) => fold(one).endsWith(wanted) || fold(one).startsWith(wanted));
  return ends.length === 1 ? ends : null;
}

const MARK = "(?:这个?)?(?:公众号|账号|号|专栏|文件夹|标签|folder|account|tag)?";
const BEHIND = new RegExp(
  `^[》"”』」]?\\s?${MARK}\\s?(?:的?(?:文章|推文|推送|文|报道|内容|那[几些]?篇|这[几些]?篇|[几哪]篇|[上下]*周|最新|最近|笔记)|里面?|[里上中](?![国市海心文学])|写|发(?!布|现|展|明|起|行|生|射|电)|说|讲|聊|推过?|报道|提到|提过|介绍|分析|怎么[看说讲写]|是怎么[看说讲写]|认为|觉得|[和跟与、,，]|一共|总共|有(?:多少|几|哪些?|什么)(?:篇|文章)?|在?\\d{1,4}年|在?\\d{1,2}月|在?[今去前]年|[这上本]个?[周月]|(?:'s)?\\s?(?:articles?|posts?|pieces?|write|wrote|writes|writing|written|say|said|says|publish|published|report|reported|post|posted|cover|covered|mention|mentioned|has|have|in|and|during|last|this|from|before|after|since)\\b)`,
  "i",
);
const BEFORE =
  /(?:[在从看搜查问按]|来自|只[看查搜问要]|公众号|账号|文件夹|专栏|标签|[和跟与、]|[上本这]周|月|年|最近|最新|(?:\b(?:in|from|by|of|did|does|has|have|and|account|folder|tag|according to|search|only)\s?(?:the )?))[《"“『「]?\s?$/i;
const TITLE = /《([^》]{4,200})》/u;

/** `any`: of a question about the collection, where every name is one of an account. */
export type Naming = "any" | "worded";

/** The accounts, folders or the one article to which a question limits itself by its wording; a name alone limits nothing. */
export function scopeIn(text: string, shelf: Shelf, naming: Naming): Scope {
  const taken: Span[] = [];
  const accounts = meant(text, shelf.accounts, taken, naming);
  const folders = meant(text, shelf.folders, taken, naming);
  const title = TITLE.exec(text)?.[1] ?? null;
  return { ...WHOLE, accounts, folders, title: title !== null && named(title, shelf.accounts) === null ? title : null };
}

/** As they follow in the text; longest names first, so that 量子位智库 is not also 量子位. */
function meant(text: string, known: readonly string[], taken: Span[], naming: Naming): string[] {
  const found: { readonly name: string; readonly start: number }[] = [];
  for (const name of known.filter(({ length }) => length > 1).toSorted((a, b) => b.length - a.length)) {
    const place = placeOf(name, text);
    if (place === null || taken.some(({ start, end }) => place.start < end && start < place.end)) continue;
    taken.push(place);
    if (naming === "any" || BEHIND.test(text.slice(place.end)) || BEFORE.test(text.slice(0, place.start)))
      found.push({ name, start: place.start });
  }
  return found.toSorted((a, b) => a.start - b.start).map(({ name }) => name);
}

const THIS_ARTICLE =
  /这篇(?:文章|报道|推文|推送|文)?(?:里|中|还|说|提|讲到|有没有|的|怎么)|(?:上面|刚才|前面)那篇|(?:本|该)文|\b(?:this|that|the same) (?:article|post|piece|story)\b/i;

export const isOfThisArticle = (text: string): boolean => THIS_ARTICLE.test(text);

/** What is asked of an account, without its name, which would only find the articles that speak of it. */
export function withoutNames(text: string, names: readonly string[]): string {
  const rest = names.reduce((left, name) => {
    const place = placeOf(name, left);
    return place === null ? left : `${left.slice(0, place.start)} ${left.slice(place.end)}`;
  }, text);
  const tidy = rest
    .replace(/\s+/g, " ")
    .replace(/^[\s的里上,，]+/u, "")
    .trim();
  return /[\p{L}\p{N}]{2}/u.test(tidy) ? tidy : text;
}

/** Blanks in a Latin name may be left out: FounderPark. */
function placeOf(name: string, text: string): Span | null {
  const parts = name
    .normalize("NFKC")
    .split(/[\s_-]+/u)
    .filter((part) => part !== "")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  const word = /^[\p{Script=Latin}\d]/u.test(name) ? "(?<![\\p{Script=Latin}\\d])" : "";
  const end = /[\p{Script=Latin}\d]$/u.test(name) ? "(?![\\p{Script=Latin}\\d])" : "";
  const match = new RegExp(`${word}${parts.join("[\\s_-]*")}${end}`, "iu").exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
