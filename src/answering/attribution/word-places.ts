import type { Language } from "../../domain.ts";
import type { Analysed } from "./analysed.ts";
import type { AttributionContext } from "./evidence.ts";
import { affinity } from "./neighbourhood.ts";

/** Words of one meaning in both languages: regular expressions over lower-cased NFKC text, English ones at word borders. */
export type Wording = Readonly<Record<Language, string>>;
export type Patterns = Readonly<Record<Language, RegExp>>;

export interface Place {
  readonly start: number;
  readonly end: number;
}

export function patternsOf({ zh, en }: Wording): Patterns {
  return { zh: new RegExp(zh, "g"), en: new RegExp(`\\b(?:${en})\\b`, "g") };
}

export function placesOf(patterns: Patterns, { text, language }: Analysed): Place[] {
  return [...text.toLowerCase().matchAll(patterns[language])].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Do two words stand among the same words? Within one language, 0-1. */
export function likeness(
  place: Place,
  claim: Analysed,
  other: Place,
  sentence: Analysed,
  { weigh }: AttributionContext,
): number {
  return affinity({ ...place, terms: claim.terms }, { ...other, terms: sentence.terms }, weigh);
}

/** What stands on both sides of a place, as far as so many characters and the next stops. */
export function around(
  { start, end }: Place,
  { text, language }: Analysed,
  window: Readonly<Record<Language, number>>,
) {
  const chars = window[language];
  const before =
    text
      .slice(Math.max(0, start - chars), start)
      .split(/[,;。!?]/)
      .at(-1) ?? "";
  const after = text.slice(end, end + chars).split(/[,;。!?]/)[0] ?? "";
  return `${before} ${after}`;
}
