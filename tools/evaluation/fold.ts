import type { Span } from "../../src/domain.ts";

/** A text without what may differ between two copies of it, and where each kept character stood. */
export interface Folded {
  readonly text: string;
  /** UTF-16 offset in the original of every UTF-16 unit of `text`. */
  readonly offsets: readonly number[];
}

const MARKUP = /\]\([^)\s]*(?:\s+"[^"]*")?\)|<\/?[a-zA-Z][^<>]*>/g;
const DECIMAL_POINT = /(?<=\p{Nd})[.．](?=\p{Nd})/gu;
const THOUSANDS_SEPARATOR = /(?<=\p{Nd})[,，](?=\p{Nd}{3}(?!\p{Nd}))/gu;
const KEPT = /[\p{L}\p{N}]/u;
const DIGIT_FIRST = /^\p{Nd}/u;
const DIGIT_LAST = /\p{Nd}$/u;

/**
 * Letters and figures only: compatibility forms made one (full-width, ligatures), lower case, without accents, blanks,
 * punctuation, link targets and tags. A decimal point stays, a thousands separator goes: `1,234.50` -> `1234.50`; what
 * else parts two figures becomes one blank, so that they do not run into one. Character by character, so that every
 * place can be traced back.
 */
export function foldWithOffsets(text: string): Folded {
  const skipped = rangesOf(text, MARKUP);
  const points = startsOf(text, DECIMAL_POINT);
  const separators = startsOf(text, THOUSANDS_SEPARATOR);
  const offsets: number[] = [];
  let folded = "";
  let hasGap = false;
  let next = 0;
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    while ((skipped[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const isSkipped = (skipped[next]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const kept = isSkipped ? "" : points.has(start) ? "." : foldCharacter(character);
    const piece = hasGap && DIGIT_FIRST.test(kept) && DIGIT_LAST.test(folded) ? ` ${kept}` : kept;
    hasGap = kept === "" ? hasGap || !separators.has(start) : false;
    for (let unit = 0; unit < piece.length; unit++) offsets.push(start);
    folded += piece;
  }
  return { text: folded, offsets };
}

/** The text of `foldWithOffsets`. */
export function fold(text: string): string {
  return foldWithOffsets(text).text;
}

function rangesOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function startsOf(text: string, pattern: RegExp): ReadonlySet<number> {
  return new Set(rangesOf(text, pattern).map((range) => range.start));
}

const foldings = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = foldings.get(character);
  if (known !== undefined) return known;
  const folded = [...character.normalize("NFKD").toLowerCase().normalize("NFKD")]
    .filter((part) => KEPT.test(part))
    .join("");
  foldings.set(character, folded);
  return folded;
}
