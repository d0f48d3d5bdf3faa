import type { MarkedText, Span } from "../domain.ts";
import { foldWithPlaces } from "../text/fold.ts";
import { placesIn } from "../text/places.ts";

const CHARS_BEFORE = 30;
const CHARS_AFTER = 60;
/** Telegram shows 100 entities a message; a page has at most ten snippets. */
const MOST_MARKS = 5;
/** What was looked for may itself be a whole paragraph. */
const LONGEST_MARK_CHARS = 80;

/** Neighbouring places that are shown together. */
export interface Window extends Span {
  readonly places: readonly Span[];
  /** How many of the words stand in it. */
  readonly words: number;
}

/** All places of the words (folded) in a text, in order, gathered with what stands around them. */
export function windowsIn(text: string, words: readonly string[]): Window[] {
  const { folded, starts, ends } = foldWithPlaces(text);
  const found = words
    .flatMap((word) => placesIn(folded, word).map(({ start, end }) => ({ start, end, word })))
    .map(({ start, end, word }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length, word }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const groups: (typeof found)[] = [];
  for (const place of found) {
    const group = groups.at(-1);
    const first = group?.[0];
    const isNear = first !== undefined && place.start < first.end + CHARS_AFTER;
    if (group !== undefined && isNear && joined(group).length < MOST_MARKS) group.push(place);
    else groups.push([place]);
  }
  return groups.map((group, index) => around(text, group, groups[index - 1]?.at(-1)?.end ?? 0, groups[index + 1]?.[0]));
}

/** The piece of the text, its blanks folded, with the places marked; "…" where it was cut. */
export function snippetOf(text: string, { start, end, places }: Window): MarkedText {
  let shown = start > 0 ? "…" : "";
  const marks: Span[] = [];
  let at = start;
  for (const place of places) {
    shown += flat(text.slice(at, place.start));
    const marked = shortened(flat(text.slice(place.start, place.end)));
    marks.push({ start: shown.length, end: shown.length + marked.length });
    shown += marked;
    at = place.end;
  }
  return { text: `${shown}${flat(text.slice(at, end))}${end < text.length ? "…" : ""}`, marks };
}

/** The whole text with the words marked. */
export function markedIn(text: string, words: readonly string[]): MarkedText {
  const places = windowsIn(text, words).flatMap((window) => window.places);
  return snippetOf(text, { start: 0, end: text.length, places: joined(places).slice(0, MOST_MARKS), words: 0 });
}

function around(
  text: string,
  group: readonly (Span & { readonly word: string })[],
  before: number,
  next: Span | undefined,
): Window {
  const places = joined(group);
  const first = places[0]?.start ?? 0;
  const last = places.at(-1)?.end ?? first;
  const start = Math.min(first, Math.max(before, first - CHARS_BEFORE));
  const end = Math.max(last, Math.min(next?.start ?? text.length, last + CHARS_AFTER, text.length));
  return {
    start: start === before ? start : wordStart(text, start, first),
    end: end === text.length ? end : wordEnd(text, last, end),
    places,
    words: new Set(group.map(({ word }) => word)).size,
  };
}

/** Ranges that touch or overlap become one. */
function joined(places: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { start, end } of places) {
    const last = apart.at(-1);
    if (last === undefined || start > last.end) apart.push({ start, end });
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return apart;
}

const LATIN_AT_END = /[\p{Script=Latin}\p{M}\d]+$/u;
const LATIN_AT_START = /^[\p{Script=Latin}\p{M}\d]+/u;

/** Not within a Latin word where that costs little, and never within a surrogate pair. */
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

const flat = (text: string): string => text.replace(/\s+/gu, " ");

function shortened(text: string): string {
  return text.length <= LONGEST_MARK_CHARS
    ? text
    : `${text.slice(0, LONGEST_MARK_CHARS).replace(/[\ud800-\udbff]$/, "")}…`;
}
