import type { Span } from "../domain.ts";

/** How often a folded word stands in a folded text, without overlapping itself. */
export function countPlaces(folded: string, word: string): number {
  let count = 0;
  for (let at = next(folded, word, 0); at !== -1; at = next(folded, word, at + word.length)) count++;
  return count;
}

const LATIN = /[\p{Script=Latin}\p{M}\d]/u;

/** The places where no Latin letter or digit goes on before or behind; a Chinese word ends anywhere. */
export function countWholeWords(folded: string, word: string): number {
  const isWhole = ({ start, end }: Span) => !goesOn(folded, start) && !goesOn(folded, end);
  return placesIn(folded, word).filter(isWhole).length;
}

const goesOn = (text: string, at: number): boolean => LATIN.test(text[at - 1] ?? "") && LATIN.test(text[at] ?? "");

/** The same places as ranges, from left to right. */
export function placesIn(folded: string, word: string): Span[] {
  const places: Span[] = [];
  for (let at = next(folded, word, 0); at !== -1; at = next(folded, word, at + word.length))
    places.push({ start: at, end: at + word.length });
  return places;
}

function next(folded: string, word: string, from: number): number {
  return word === "" ? -1 : folded.indexOf(word, from);
}
