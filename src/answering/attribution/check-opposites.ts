import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { markersIn } from "./markers.ts";
import { OPPOSITES } from "./opposites.ts";
import { likeness, type Patterns, type Place, patternsOf, placesOf } from "./word-places.ts";

/** How alike the words around the two have to be. */
const LEAST_LIKENESS = 0.2;

const REACH_CHARS = 12;

const PAIRS = OPPOSITES.flatMap(([one, other]) => [
  { said: patternsOf(one), turned: patternsOf(other) },
  { said: patternsOf(other), turned: patternsOf(one) },
]);

/**
 * A rise told as a fall, left as right, thicker as thinner: the claim has a word where the sentences have its opposite.
 * Across languages the words around tell nothing, so there has to be one such word on each side.
 */
export function checkOpposites(
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): "opposite" | null {
  const isTurned = PAIRS.some(({ said, turned }) => {
    const own = plainPlaces(said, claim);
    if (own.length === 0 || placesOf(turned, claim).length > 0) return false;
    if (cited.some(({ sentence }) => placesOf(said, sentence).length > 0)) return false;
    return cited.some(({ sentence }) => {
      const rivals = plainPlaces(turned, sentence);
      if (sentence.language !== claim.language) return rivals.length === 1 && own.length === 1;
      return own.some((place) =>
        rivals.some((rival) => likeness(place, claim, rival, sentence, context) >= LEAST_LIKENESS),
      );
    });
  });
  return isTurned ? "opposite" : null;
}

/** "Did not approve" is no approval. */
function plainPlaces(patterns: Patterns, text: Analysed): Place[] {
  const negations = markersIn(text).filter(({ kind }) => kind === "negation" || kind === "denial");
  return placesOf(patterns, text).filter(
    ({ start }) => !negations.some((negation) => negation.end <= start && start - negation.end <= REACH_CHARS),
  );
}
