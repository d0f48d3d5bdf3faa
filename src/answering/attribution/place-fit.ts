import { dot } from "../../dot.ts";
import type { Analysed } from "./analysed.ts";
import type { AttributionContext } from "./evidence.ts";
import { affinity } from "./neighbourhood.ts";
import { around, type Place } from "./word-places.ts";

/** Other figures are bad neighbours: they may be swapped themselves. */
const NUMBER_WEIGHT = 0.1;

/** How well a value of the claim fits the place of one of the sentence: by the words around the two, 0-1. */
export function fitOf(
  place: Place,
  claim: Analysed,
  other: Place,
  sentence: Analysed,
  context: AttributionContext,
): number {
  if (claim.language !== sentence.language) return across(place, claim, other, sentence, context);
  return affinity({ ...place, terms: claim.terms }, { ...other, terms: sentence.terms }, (term) =>
    /^\d/.test(term) ? NUMBER_WEIGHT : context.weigh(term),
  );
}

/** Cosines of short windows are noisy: only a clear difference may pass the margin. */
const ACROSS_WEIGHT = 0.5;
const WINDOW_CHARS = { zh: 14, en: 36 } as const;

/** Across languages the words around the two places are compared by their vectors. */
function across(
  place: Place,
  claim: Analysed,
  other: Place,
  sentence: Analysed,
  { encoder }: AttributionContext,
): number {
  const left = encoder.encode(around(place, claim, WINDOW_CHARS));
  const right = encoder.encode(around(other, sentence, WINDOW_CHARS));
  return left === null || right === null ? 0 : ACROSS_WEIGHT * dot(left, right);
}
