import type { Analysed } from "./analysed.ts";
import type { AttributionContext } from "./evidence.ts";
import type { MarkerClass } from "./marker-words.ts";
import type { Marker } from "./markers.ts";
import type { PlacedTerm } from "./placed-terms.ts";

export type Side = "left" | "right";

/** Classes that colour everything behind them in their sentence, not only the next words. */
const WIDE: ReadonlySet<MarkerClass> = new Set(["rumour", "estimate", "opinion", "condition"]);
/** These stand behind what they deny as often as before it: 谈判破裂. */
const BOTH_SIDES: ReadonlySet<MarkerClass> = new Set(["failure", "denial", "alternative"]);
/** In Chinese characters, or two thirds as many words. "Or" is common, so only its very neighbours count. */
const REACH = { narrow: 6, wide: 14, alternative: 4 } as const;
/** How far a marker of the claim may stand from what it governs. */
const KEEPER_REACH = 8;

/** Does it colour everything behind it? */
export const colours = ({ kind }: Marker): boolean => WIDE.has(kind);

/** Where to look for what a marker of a sentence governs. */
export const sidesOf = ({ kind }: Marker): readonly Side[] => (BOTH_SIDES.has(kind) ? ["right", "left"] : ["right"]);

/** The words that a marker of a sentence governs: the next ones on a side up to a stop; wide ones look over commas. */
export function governed(marker: Marker, text: Analysed, side: Side): PlacedTerm[] {
  const { kind } = marker;
  const reach = WIDE.has(kind) ? REACH.wide : kind === "alternative" ? REACH.alternative : REACH.narrow;
  return nextTerms(marker, text, side, reach);
}

/** The words that a marker of a claim may be taken to govern; adverbs such as "reportedly" stand on either side. */
export function mayGovern(marker: Marker, text: Analysed): PlacedTerm[] {
  const isWide = WIDE.has(marker.kind);
  const sides: readonly Side[] = ["right", "left"];
  return sides.flatMap((side) => nextTerms(marker, text, side, isWide ? Number.POSITIVE_INFINITY : KEEPER_REACH));
}

function nextTerms({ kind, start, end }: Marker, { text, terms }: Analysed, side: Side, reach: number): PlacedTerm[] {
  const near =
    side === "right" ? terms.filter((term) => term.start >= end) : terms.filter((term) => term.end <= start).reverse();
  const first = near[0]?.at ?? 0;
  const stop = WIDE.has(kind) ? /[;。!?]/ : kind === "negation" ? /[,;:。!?的]/ : /[,;:。!?]/;
  const between = (term: PlacedTerm) => (side === "right" ? text.slice(end, term.start) : text.slice(term.end, start));
  return near.filter((term) => Math.abs(term.at - first) <= reach && !stop.test(between(term)));
}

/** Share of the words, weighted by rarity, that are among the others, 0-1. */
export function shareIn(
  terms: readonly PlacedTerm[],
  among: ReadonlySet<string>,
  { weigh }: AttributionContext,
): number {
  let held = 0;
  let all = 0;
  for (const { term } of terms) {
    const weight = weigh(term);
    all += weight;
    if (among.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}
