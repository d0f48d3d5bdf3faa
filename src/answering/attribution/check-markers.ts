import type { Analysed } from "./analysed.ts";
import { similarity } from "./check-support.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { isKept } from "./kept-markers.ts";
import { governed, shareIn, sidesOf } from "./marker-scope.ts";
import { type MarkerClass, NEGATIVE } from "./marker-words.ts";
import { type Marker, markersIn, wordOf } from "./markers.ts";
import type { PlacedTerm } from "./placed-terms.ts";
import { around } from "./word-places.ts";

/** `plan`: something intended or to come is told as done. */
export type MarkerFault = "negation" | "hedge" | "plan";

const FAULTS: Readonly<Partial<Record<MarkerClass, MarkerFault>>> = {
  negation: "negation",
  denial: "negation",
  failure: "negation",
  plan: "plan",
  future: "plan",
};
/** 放弃 for 废除 denies nothing, so failures are no added negations. */
const DENYING: ReadonlySet<MarkerClass> = new Set(["negation", "denial"]);
/** Share of the words that a marker governs from which on the claim repeats them. */
const REPEATED = 0.5;
const REPEATED_ALTERNATIVE = 0.75;
/** Share of the words that a negation of the claim governs from which on it denies what the sentences say. */
const DENIED = 0.5;

/**
 * Negations, hedges and plans that govern what the claim repeats are kept, by the same word or by one that the sentence
 * does not use for something else; the claim adds no negation of its own.
 */
export function checkMarkers(
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): MarkerFault | null {
  const own = markersIn(claim);
  for (const { sentence } of cited) {
    const there = markersIn(sentence);
    const lost = there.find(
      (marker) =>
        governsClaim(marker, sentence, claim, context) && !isKept(marker, there, sentence, own, claim, cited, context),
    );
    if (lost !== undefined) return FAULTS[lost.kind] ?? "hedge";
  }
  return addsNegation(claim, own, cited, context) ? "negation" : null;
}

/** Does the claim speak of what the marker is about? Within a language by the words next to it, across by vectors. */
function governsClaim(marker: Marker, sentence: Analysed, claim: Analysed, context: AttributionContext): boolean {
  if (sentence.language !== claim.language) return governsAcross(marker, sentence, claim, context);
  const repeated = new Set(claim.terms.map(({ term }) => term));
  const least = marker.kind === "alternative" ? REPEATED_ALTERNATIVE : REPEATED;
  const numbers = [...sentence.figures, ...sentence.dates];
  const isNumber = (term: PlacedTerm) => numbers.some(({ start, end }) => start <= term.start && term.end <= end);
  return sidesOf(marker).some((side) => {
    const terms = governed(marker, sentence, side);
    const words = terms.filter((term) => !isNumber(term));
    return shareIn(words.length > 0 ? words : terms, repeated, context) >= least;
  });
}

const ACROSS_WINDOW = { zh: 16, en: 45 } as const;
const LEAST_COSINE = 0.3;

function governsAcross(marker: Marker, sentence: Analysed, claim: Analysed, context: AttributionContext): boolean {
  if (!isPlain(wordOf(marker, sentence)) || marker.kind === "failure" || marker.kind === "opinion") return false;
  return similarity(around(marker, sentence, ACROSS_WINDOW), claim.text, context) >= LEAST_COSINE;
}

/** A negation of what the sentences say; 心里不平衡 for 耿耿于怀 only words the same otherwise. */
function addsNegation(
  claim: Analysed,
  own: readonly Marker[],
  cited: readonly Evidence[],
  context: AttributionContext,
): boolean {
  const across = cited.some(({ sentence }) => sentence.language !== claim.language);
  const there = new Set(cited.flatMap(({ sentence }) => sentence.terms.map(({ term }) => term)));
  const limits = own.filter(({ kind }) => kind === "limit");
  const adds = (marker: Marker) => {
    if (!DENYING.has(marker.kind) || limits.some((limit) => limit.start <= marker.start && marker.end <= limit.end))
      return false;
    if (across) return isPlain(wordOf(marker, claim));
    return sidesOf(marker).some((side) => shareIn(governed(marker, claim, side), there, context) >= DENIED);
  };
  if (!own.some(adds)) return false;
  return !cited
    .flatMap(({ sentence }) => markersIn(sentence))
    .some(({ kind }) => NEGATIVE.has(kind) || (across && kind === "limit"));
}

/** A lone 不 is often part of a word that another language says without a negation. */
const isPlain = (word: string): boolean => !/^[不无非别勿]$/.test(word);
