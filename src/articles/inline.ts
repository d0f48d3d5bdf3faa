import { CJK } from "./characters.ts";
import { inCommonCharacters } from "./common-characters.ts";
import { readRaisedDigits } from "./superscripts.ts";

/** Stand-ins for markup while lines are joined; private-use characters of the source are dropped first. */
export const PICTURE = "\uE000";
const LINK_OPEN = "\uE001";
const LINK_CLOSE = "\uE002";
const EMPHASIS = "\uE003";
const LITERAL_STAR = "\uE004";
const LITERAL_UNDERSCORE = "\uE005";
const LITERAL_BACKTICK = "\uE006";

/** Control characters (a terminal obeys some), direction marks, zero-width and private-use characters, and tags, which can hide text. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are looked for by
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufffc\ue000-\uf8ff\u{e0000}-\u{e01ef}]/gu;
// Exporters cut long addresses over lines, so an address may hold a line end, but no empty line.
const ADDRESS = String.raw`\(((?:[^()\n]|\n(?![ \t]*\n)|\([^()\n]{0,200}\)){0,4000})\)`;
const IMAGE = new RegExp(String.raw`!\[[^\[\]]{0,500}\]${ADDRESS}`, "g");
const LINK = new RegExp(String.raw`\[((?:[^\[\]\n]|\n(?![ \t]*\n)){0,1000})\]${ADDRESS}`, "g");
const AUTOLINK = /<(https?:\/\/[^<>\s]{1,2000})>/g;

export interface InlineText {
  readonly text: string;
  /** Addresses of the pictures, in order. */
  readonly pictures: readonly string[];
}

/** Pictures become marks and are listed, links become their text between marks, invisible characters go. */
export function markInline(source: string): InlineText {
  const pictures: string[] = [];
  const text = readRaisedDigits(inCommonCharacters(withoutInvisible(source)))
    .replace(/[\u00a0\u2002-\u200a\u202f]/g, " ")
    .replace(IMAGE, (_, address: string) => {
      pictures.push(address.replace(/\s+/g, ""));
      return PICTURE;
    })
    .replace(LINK, (_, words: string) => `${LINK_OPEN}${words}${LINK_CLOSE}`)
    .replace(AUTOLINK, "$1");
  return { text, pictures };
}

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, "");

/** Share of the characters that stand inside links, 0-1. */
export function linkedShare(marked: string): number {
  const linked = [...marked.matchAll(/\uE001([^\uE001\uE002]*)\uE002/g)].reduce(
    (sum, m) => sum + visible(m[1] ?? ""),
    0,
  );
  return linked / Math.max(1, visible(marked));
}

const visible = (text: string): number => text.replace(/[\s*_\ue000-\ue00f《》「」]/g, "").length;

const GAP_BY_EMPHASIS = new RegExp(`(?<=[${CJK}])\\s*${EMPHASIS}[\\s${EMPHASIS}]*(?=[${CJK}])`, "gu");
const GAP_BEFORE_POINT = new RegExp(`${EMPHASIS}\\s+(?=[，。！？；：、）」』”》,.!?;:)])`, "gu");

/** Text as it reads: without emphasis and code marks, escapes, and marks of pictures and links. */
export function plainInline(marked: string): string {
  return marked
    .replace(/\\([*_`\\{}[\]()#+\-.!>|~=<&$])/g, (_, char: string) => literal(char))
    .replace(/\*{2,}/g, EMPHASIS)
    .replace(/(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])/g, `${EMPHASIS}$1${EMPHASIS}`)
    .replace(/(?<![A-Za-z0-9_])_+|(?<!_)_+(?![A-Za-z0-9_{])/g, EMPHASIS)
    .replace(/`([^`\n]{1,300})`/g, "$1")
    .replace(/[\uE001\uE002]/g, "")
    .replaceAll(PICTURE, " ")
    .replace(GAP_BY_EMPHASIS, "")
    .replace(GAP_BEFORE_POINT, "")
    .replace(/(?<=\p{Script=Han}) +(?=[，。！？；：、）」』”》])/gu, "")
    .replaceAll(EMPHASIS, "")
    .replaceAll(LITERAL_STAR, "*")
    .replaceAll(LITERAL_UNDERSCORE, "_")
    .replaceAll(LITERAL_BACKTICK, "`")
    .replace(/[ \t]+/g, " ")
    .trim();
}

function literal(char: string): string {
  if (char === "*") return LITERAL_STAR;
  if (char === "_") return LITERAL_UNDERSCORE;
  return char === "`" ? LITERAL_BACKTICK : char;
}
