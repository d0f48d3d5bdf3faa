import { beginning } from "./shorten.ts";

/** What Unicode lets no one see: controls, marks of direction, tags, fillers, private and unassigned characters. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}]/gu;
const BLANKS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** A link of Markdown stays as its words; tags, code marks and emphasis go. */
const MARKUP: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, "$1"],
  [/<!--.{0,400}?-->|<\/?[a-z][^<>]*>/gi, ""],
  [/\*\*|__|~~|\|\||`+/g, ""],
  [/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*])/gu, "$1"],
  [/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])/gu, "$1"],
  [/^ *(?:(?:#{1,6}|>|[-*+]) +)+/, ""],
];

/** With a scheme, with www., or a host with a path. */
const ADDRESS =
  /(?<![a-z0-9+.-])[a-z0-9+.-]*:\/\/[!-~]*|www\.[!-~]*|(?<![\p{L}\p{N}@])(?:[a-z0-9-]{1,63}\.){1,30}[a-z]{2,63}(?::\d{1,5})?\/[!-~]*/giu;

/** What Telegram makes clickable by itself, written with twins that look the same and that NFKC folds back. */
const CLICKABLE: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/@/g, "＠"],
  [/(?<![\w/<>])\/(?=\w)/g, "／"],
  [/(?<!#)#+(?=[\p{L}\p{N}_])/gu, ""],
  [/\$(?=[A-Za-z])/g, "＄"],
  [/(?<=[\p{L}\p{N}-])\.(?=[\p{L}\p{N}-]*\p{L}[\p{L}-])/gu, "․"],
  [/(?<=\d)\.(?=\d+\.\d)|(?<=\d\.\d+)\.(?=\d)/g, "․"],
];

const SIGNS_OF_MARKUP = /[<>[\]|*_~`]/g;
/** What is nested deeper is made to hold us up. */
const DEEPEST = 12;
/** No claim and no question is longer; a claim of so many characters is refuted unread. */
const MOST_CHARS = 4_000;

/** What one takes away may put together another, so they are gone through until nothing changes. */
const RULES = [...MARKUP, [ADDRESS, ""], ...CLICKABLE, [BLANKS, " "], [/^ | $/g, ""]] as const;

/**
 * A model's words as they may reach a person: one line of plain text in which nothing can be pressed, nothing turns the line and
 * nothing is hidden. The one way for such words to anybody.
 */
export function harmless(text: string): string {
  let plain = beginning(text, MOST_CHARS).toWellFormed().replace(BLANKS, " ").replace(UNSEEN, "");
  for (let before = "", depth = 0; before !== plain; depth += 1) {
    before = plain;
    if (depth === DEEPEST) plain = plain.replace(SIGNS_OF_MARKUP, "");
    for (const [pattern, instead] of RULES) plain = plain.replace(pattern, instead);
  }
  return plain;
}
