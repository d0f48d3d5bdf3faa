/**
 * A text as exact search compares it: NFKC, lower case, and each run of blanks one space. The two small sigmas are one,
 * for which of them a capital becomes hangs on its neighbours.
 */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ").replace(/\s+/gu, " ");
}

/** A folded text; its unit at `i` came from the range `starts[i]` to `ends[i]` of the text. */
export interface FoldedText {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The same as `fold`, remembering where everything came from; several times as slow. */
export function foldWithPlaces(text: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of clusters(text)) {
    for (const unit of foldCluster(text.slice(start, end)).split("")) {
      if (unit === " " && units.at(-1) === " ") continue;
      units.push(unit);
      starts.push(start);
      ends.push(end);
    }
  }
  return { folded: units.join(""), starts, ends };
}

function foldCluster(cluster: string): string {
  return ALONE.test(cluster) ? cluster : fold(cluster);
}

/** Folds to itself, and joins nothing before it. */
const ALONE = /^[a-z0-9\u4e00-\u9fff\u3001\u3002]$/;

/** Ranges that fold each for itself: no character after one can change how it is normalised. */
function* clusters(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  let at = 0;
  for (const character of text) {
    if (at > start && !joinsBefore(character)) {
      yield { start, end: at };
      start = at;
    }
    at += character.length;
  }
  if (at > start) yield { start, end: at };
}

/** Only marks and the later letters of a Hangul syllable compose with what stands before: https://unicode.org/reports/tr15/ (NFC_QC=Maybe). */
const JOINS = /^[\p{M}\u1161-\u1175\u11a8-\u11c2]/u;

function joinsBefore(character: string): boolean {
  return !ALONE.test(character) && JOINS.test(character.normalize("NFKD"));
}
