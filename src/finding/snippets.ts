import type { MarkedText, Span } from "../domain.ts";
import { type FoldedText, foldedText } from "../text/folded-text.ts";
import { beginning } from "../text/shorten.ts";
import { CHARS_AFTER, joined, type Window, windowsIn } from "./windows.ts";

const CHARS_BEFORE = 30;
/** What was looked for may itself be a whole paragraph. */
const LONGEST_MARK_CHARS = 80;
const MOST_TITLE_MARKS = 5;

/** The window's piece of the text, its blanks folded, with the places marked; "…" where it was cut. */
export function snippetOf(source: FoldedText, { places, previous, next }: Window): MarkedText {
  const { text } = source;
  const marked = joined(places.map((place) => source.sourceOf(place)));
  const first = marked[0]?.start ?? 0;
  const last = marked.at(-1)?.end ?? first;
  const earliest = previous === null ? 0 : Math.min(first, source.sourceOf(previous).end);
  const latest = next === null ? text.length : Math.max(last, source.sourceOf(next).start);
  const start = Math.max(earliest, first - CHARS_BEFORE);
  const end = Math.min(latest, last + CHARS_AFTER);
  return cut(text, marked, {
    start: start === earliest ? start : wordStart(text, start, first),
    end: end === latest ? end : wordEnd(text, last, end),
  });
}

/** The whole text with the words (folded) marked. */
export function markedIn(text: string, words: readonly string[]): MarkedText {
  const source = foldedText(text);
  const places = windowsIn(source.folded, words).flatMap((window) => window.places);
  const marked = joined(places.map((place) => source.sourceOf(place))).slice(0, MOST_TITLE_MARKS);
  return cut(text, marked, { start: 0, end: text.length });
}

function cut(text: string, marked: readonly Span[], { start, end }: Span): MarkedText {
  let shown = start > 0 ? "…" : "";
  const marks: Span[] = [];
  let at = start;
  for (const place of marked) {
    shown += flat(text.slice(at, place.start));
    const mark = shortened(flat(text.slice(place.start, place.end)));
    marks.push({ start: shown.length, end: shown.length + mark.length });
    shown += mark;
    at = place.end;
  }
  return { text: `${shown}${flat(text.slice(at, end))}${end < text.length ? "…" : ""}`, marks };
}

const LATIN_AT_END = /(?<![\p{Script=Latin}\p{M}\d])[\p{Script=Latin}\p{M}\d]+$/u;
const LATIN_AT_START = /^[\p{Script=Latin}\p{M}\d]+/u;

/** Not within a Latin word, where another fits in front of the place, and never within a surrogate pair. */
function wordStart(text: string, start: number, limit: number): number {
  const rest = text.slice(start, limit);
  const isWithin = LATIN_AT_END.test(text.slice(Math.max(0, start - 1), start));
  const skipped = isWithin ? (LATIN_AT_START.exec(rest)?.[0].length ?? 0) : 0;
  if (skipped > 0 && skipped < rest.length) return start + skipped;
  return isLowSurrogate(text, start) ? start + 1 : start;
}

function wordEnd(text: string, limit: number, end: number): number {
  const rest = text.slice(limit, end);
  const isWithin = LATIN_AT_START.test(text.slice(end, end + 1));
  const dropped = isWithin ? (LATIN_AT_END.exec(rest)?.[0].length ?? 0) : 0;
  if (dropped > 0 && dropped < rest.length) return end - dropped;
  return isLowSurrogate(text, end) ? end - 1 : end;
}

function isLowSurrogate(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? "") && /[\ud800-\udbff]/.test(text[at - 1] ?? "");
}

/** On one line, headings without their sign. */
const flat = (text: string): string => text.replace(/(?<=\n)#{1,6} /g, "").replace(/\s+/gu, " ");

function shortened(text: string): string {
  return text.length <= LONGEST_MARK_CHARS ? text : `${beginning(text, LONGEST_MARK_CHARS)}…`;
}
