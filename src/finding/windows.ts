import type { Span } from "../domain.ts";
import { placesIn } from "../text/places.ts";

/** Places further apart than this are not shown together. */
export const CHARS_AFTER = 60;
/** Telegram shows 100 entities a message; a page has at most ten windows. */
const MOST_PLACES = 5;

/** Neighbouring places of a folded text, in order and apart from one another, that are shown together. */
export interface Window {
  readonly places: readonly Span[];
  /** How many of the words stand in it. */
  readonly words: number;
  /** The nearest places before and after it. */
  readonly previous: Span | null;
  readonly next: Span | null;
}

type Place = Span & { readonly word: string };

/** All places of the words in a folded text. */
export function windowsIn(folded: string, words: readonly string[]): Window[] {
  const places = words
    .flatMap((word) => placesIn(folded, word).map((place): Place => ({ ...place, word })))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const groups: Place[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    if (group !== undefined && belongsTo(group, place)) group.push(place);
    else groups.push([place]);
  }
  return groups.map((group, index) => ({
    places: joined(group),
    words: new Set(group.map(({ word }) => word)).size,
    previous: groups[index - 1]?.at(-1) ?? null,
    next: groups[index + 1]?.[0] ?? null,
  }));
}

/** Ranges that touch or overlap become one. */
export function joined(places: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { start, end } of places) {
    const last = apart.at(-1);
    if (last === undefined || start > last.end) apart.push({ start, end });
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return apart;
}

function belongsTo(group: readonly Place[], place: Place): boolean {
  const [first] = group;
  const isNear = first !== undefined && place.start < first.end + CHARS_AFTER;
  return isNear && joined(group).length < MOST_PLACES;
}
