import type { Language } from "../../domain.ts";
import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { affinity } from "./neighbourhood.ts";
import { OPPOSITES } from "./opposites.ts";

/** How alike the words around the two have to be; across languages the words tell nothing, so one pair alone has to stand there. */
const LEAST_FIT = 0.2;

const PAIRS = OPPOSITES.flatMap(([one, other]) => [
  { said: patternsOf(one), turned: patternsOf(other) },
  { said: patternsOf(other), turned: patternsOf(one) },
]);

type Patterns = Readonly<Record<Language, RegExp>>;

function patternsOf({ zh, en }: Readonly<Record<Language, string>>): Patterns {
  return { zh: new RegExp(zh, "g"), en: new RegExp(`\\b(?:${en})\\b`, "g") };
}

/** A rise told as a fall, left as right, thicker as thinner: the claim has a word where the sentences have its opposite. */
export function checkOpposites(
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): "opposite" | null {
  const isTurned = PAIRS.some(({ said, turned }) => {
    const own = find(said, claim);
    if (own.length === 0 || find(turned, claim).length > 0) return false;
    if (cited.some(({ sentence }) => find(said, sentence).length > 0)) return false;
    return cited.some(({ sentence }) => {
      const rivals = find(turned, sentence);
      if (sentence.language !== claim.language) return rivals.length === 1 && own.length === 1;
      return own.some((place) => rivals.some((rival) => fit(place, claim, rival, sentence, context) >= LEAST_FIT));
    });
  });
  return isTurned ? "opposite" : null;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function find(patterns: Patterns, { text, language }: Analysed): Place[] {
  return [...text.toLowerCase().matchAll(patterns[language])].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function fit(place: Place, claim: Analysed, other: Place, sentence: Analysed, { weigh }: AttributionContext): number {
  return affinity({ ...place, terms: claim.terms }, { ...other, terms: sentence.terms }, weigh);
}
