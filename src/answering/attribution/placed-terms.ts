import { terms } from "../../text/terms.ts";

/** A search term with its place: `at` counts words and Chinese characters from the start of the text. */
export interface PlacedTerm {
  readonly term: string;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

const RUN =
  /[,;:.!?。、—]|\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+(?:[.,:\/+'’_\-][[\p{L}\p{N}]--\p{Script=Han}]+)*[%‰+]*/gv;
/** A stop puts what stands behind it further away. */
const PAUSES: Readonly<Record<string, number>> = {
  "、": 1,
  ",": 4,
  "—": 3,
  ":": 3,
  ";": 6,
  ".": 8,
  "。": 8,
  "!": 8,
  "?": 8,
};
const HAN = /\p{Script=Han}/u;

/** Chinese characters and their bigrams, Latin words stemmed as the index has them; `text` is NFKC. */
export function placedTerms(text: string): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  let at = 0;
  let previous: { readonly character: string; readonly end: number } | null = null;
  for (const { 0: run, index: start } of text.toLowerCase().matchAll(RUN)) {
    const end = start + run.length;
    const pause = PAUSES[run];
    if (pause !== undefined) {
      at += pause;
      previous = null;
    } else if (HAN.test(run)) {
      if (previous?.end === start) placed.push({ term: previous.character + run, at: at - 0.5, start: start - 1, end });
      placed.push({ term: run, at, start, end });
      previous = { character: run, end };
      at += 1;
    } else {
      for (const term of terms(run)) placed.push({ term, at, start, end });
      previous = null;
      at += 1.5;
    }
  }
  return placed;
}
