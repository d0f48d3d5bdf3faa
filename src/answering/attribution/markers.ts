import type { Language } from "../../domain.ts";
import type { Analysed } from "./analysed.ts";
import { MARKER_WORDS, type MarkerClass } from "./marker-words.ts";

export interface Marker {
  readonly kind: MarkerClass;
  readonly start: number;
  readonly end: number;
}

const CLASSES = Object.keys(MARKER_WORDS) as MarkerClass[];
const PATTERNS: Readonly<Record<Language, readonly (readonly [MarkerClass, RegExp])[]>> = {
  zh: CLASSES.map((kind) => [kind, new RegExp(MARKER_WORDS[kind].zh.join("|"), "g")]),
  en: CLASSES.map((kind) => [kind, new RegExp(`\\b(?:${MARKER_WORDS[kind].en.join("|")})\\b`, "g")]),
};

/** Words of negation, hedging and planning, in order; a longer word hides shorter ones inside it (未必 is no 未). */
export function markersIn({ text, language }: Pick<Analysed, "text" | "language">): Marker[] {
  const plain = text.toLowerCase();
  const found = PATTERNS[language].flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
  return found
    .filter((marker) => !found.some((other) => other !== marker && hides(other, marker)))
    .sort((a, b) => a.start - b.start);
}

const hides = (outer: Marker, inner: Marker): boolean =>
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start &&
  outer.kind !== "rumour" &&
  outer.kind !== "limit";

export const wordOf = ({ start, end }: Marker, { text }: Analysed): string => text.slice(start, end).toLowerCase();
