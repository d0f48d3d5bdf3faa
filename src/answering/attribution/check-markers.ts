import { cosine } from "../../retrieval/cosine.ts";
import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { KEEPS, type MarkerClass, REPORTING } from "./marker-words.ts";
import { type Marker, markersIn } from "./markers.ts";
import type { PlacedTerm } from "./placed-terms.ts";

/** `plan`: something intended or to come is told as done. */
export type MarkerFault = "negation" | "hedge" | "plan";

const FAULTS: Readonly<Partial<Record<MarkerClass, MarkerFault>>> = {
  negation: "negation",
  denial: "negation",
  failure: "negation",
  plan: "plan",
  future: "plan",
};
/** Classes that colour everything behind them in their sentence, not only the next words. */
const WIDE: ReadonlySet<MarkerClass> = new Set(["rumour", "estimate", "opinion", "condition"]);
/** These stand behind what they deny as often as before it: 谈判破裂. */
const BOTH_SIDES: ReadonlySet<MarkerClass> = new Set(["failure", "denial", "alternative"]);
const NEGATIVE: ReadonlySet<MarkerClass> = new Set(["negation", "denial", "failure"]);
type Side = "left" | "right";

const REACH = 6;
/** Words between a claim's own marker and what it governs may be more. */
const KEEPER_REACH = 8;
/** Least share of the words next to a marker that the claim's marker stands next to as well. */
const KEPT_SHARE = 0.35;
const WIDE_REACH = 14;
const NARROW_SHARE = 0.5;

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
    const words = new Set(there.map((marker) => wordOf(marker, sentence)));
    for (const marker of there) {
      const keeps = KEEPS[marker.kind];
      if (keeps === undefined || isReported(marker.kind, claim)) continue;
      const keepers = own.filter((mine) => {
        const word = wordOf(mine, claim);
        return keeps.includes(mine.kind) && (word === wordOf(marker, sentence) || !words.has(word));
      });
      if (keepers.some((keeper) => governsTheSame(keeper, claim, marker, sentence, context))) continue;
      if (governs(marker, sentence, claim, context)) return FAULTS[marker.kind] ?? "hedge";
    }
  }
  return addsNegation(claim, own, cited) ? "negation" : null;
}

const wordOf = ({ start, end }: Marker, { text }: Analysed): string => text.slice(start, end).toLowerCase();

/** A claim may say 没有 of one thing and forget it of another. Across languages any marker of the class will do. */
function governsTheSame(
  keeper: Marker,
  claim: Analysed,
  marker: Marker,
  sentence: Analysed,
  context: AttributionContext,
): boolean {
  if (sentence.language !== claim.language) return true;
  const reach = new Set(
    sidesOf(keeper)
      .flatMap((side) => scope(keeper, claim, side, KEEPER_REACH))
      .map(({ term }) => term),
  );
  const share = (side: Side) => weightedShare(scope(marker, sentence, side), reach, context);
  return Math.max(...sidesOf(marker).map(share)) >= KEPT_SHARE;
}

const sidesOf = ({ kind }: Marker): readonly Side[] =>
  BOTH_SIDES.has(kind) || WIDE.has(kind) ? ["right", "left"] : ["right"];

const isReported = (kind: MarkerClass, { language, text }: Analysed): boolean =>
  (kind === "rumour" || kind === "opinion") && REPORTING[language].test(text.toLowerCase());

function addsNegation(claim: Analysed, own: readonly Marker[], cited: readonly Evidence[]): boolean {
  if (!own.some(({ kind }) => NEGATIVE.has(kind))) return false;
  const there = cited.flatMap(({ sentence }) => markersIn(sentence));
  return !there.some(({ kind }) => NEGATIVE.has(kind) || kind === "limit") && claim.text !== "";
}

/** Does the claim speak of what the marker is about? Within a language by the words next to it, across by vectors. */
function governs(marker: Marker, sentence: Analysed, claim: Analysed, context: AttributionContext): boolean {
  if (sentence.language !== claim.language) return governsAcross(marker, sentence, claim, context);
  const repeated = new Set(claim.terms.map(({ term }) => term));
  const share = (terms: readonly PlacedTerm[]) => weightedShare(terms, repeated, context);
  const right = share(scope(marker, sentence, "right"));
  if (!BOTH_SIDES.has(marker.kind)) return right >= NARROW_SHARE;
  return Math.max(right, share(scope(marker, sentence, "left"))) >= NARROW_SHARE;
}

function weightedShare(
  terms: readonly PlacedTerm[],
  repeated: ReadonlySet<string>,
  { weigh }: AttributionContext,
): number {
  let held = 0;
  let all = 0;
  for (const { term } of terms) {
    const weight = weigh(term);
    all += weight;
    if (repeated.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

/** The next words on one side, up to a stop; wide markers look further, over commas. */
function scope({ kind, start, end }: Marker, { text, terms }: Analysed, side: Side, narrow = REACH): PlacedTerm[] {
  const reach = WIDE.has(kind) ? WIDE_REACH : narrow;
  const stop = WIDE.has(kind) ? /[;。!?]/ : /[,;。!?]/;
  const near =
    side === "right" ? terms.filter((term) => term.start >= end) : terms.filter((term) => term.end <= start).reverse();
  const first = near[0]?.at ?? 0;
  const within = near.filter(({ at }) => Math.abs(at - first) <= reach);
  const open = within.filter(
    (term) => !stop.test(side === "right" ? text.slice(end, term.start) : text.slice(term.end, start)),
  );
  return open.length === 0 ? within : open;
}

const ACROSS_WINDOW = { zh: 16, en: 45 } as const;
const LEAST_COSINE = 0.3;

function governsAcross(
  { start, end }: Marker,
  { text, language }: Analysed,
  claim: Analysed,
  { encoder }: AttributionContext,
): boolean {
  const chars = ACROSS_WINDOW[language];
  const clause = `${
    text
      .slice(Math.max(0, start - chars), start)
      .split(/[,;。!?]/)
      .at(-1) ?? ""
  } ${text.slice(end, end + chars).split(/[,;。!?]/)[0] ?? ""}`;
  const left = encoder.encode(clause);
  const right = encoder.encode(claim.text);
  return left !== null && right !== null && cosine(left, right) >= LEAST_COSINE;
}
