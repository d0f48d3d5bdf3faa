import type { Analysed } from "./analysed.ts";
import { similarity } from "./check-support.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { colours, governed, mayGovern, sidesOf } from "./marker-scope.ts";
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
const NEGATIVE: ReadonlySet<MarkerClass> = new Set(["negation", "denial", "failure"]);
/** 放弃 for 废除 denies nothing, so failures are no added negations. */
const DENYING: ReadonlySet<MarkerClass> = new Set(["negation", "denial"]);
/** Of these the claim's own has to be about the same: a plan of one thing keeps no plan of another. */
const POINTED: ReadonlySet<MarkerClass> = new Set([...NEGATIVE, "plan", "future", "possibility"]);
/** Share of the words that a marker governs from which on the claim repeats them. */
const REPEATED = 0.5;
const REPEATED_ALTERNATIVE = 0.75;
/** Share of the words that a negation of the claim governs from which on it denies what the sentences say. */
const DENIED = 0.5;
/** Least share of those words that the claim's own marker stands next to as well. */
const KEPT = 0.35;

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

function isKept(
  marker: Marker,
  there: readonly Marker[],
  sentence: Analysed,
  own: readonly Marker[],
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): boolean {
  const keeps = KEEPS[marker.kind];
  if (keeps === undefined || isReported(marker, sentence, claim, cited)) return true;
  const word = wordOf(marker, sentence);
  const others = there.filter((other) => wordOf(other, sentence) !== word);
  const isOthers = (keeper: Marker) =>
    others.some(
      (other) => wordOf(other, sentence) === wordOf(keeper, claim) && !(colours(other) && other.start < marker.start),
    );
  return own
    .filter(({ kind }) => keeps.includes(kind))
    .filter((keeper) => !isOthers(keeper))
    .some((keeper) => !POINTED.has(marker.kind) || governsTheSame(keeper, claim, marker, sentence, context));
}

const wordOf = ({ start, end }: Marker, { text }: Analysed): string => text.slice(start, end).toLowerCase();

/** The claim says that somebody says so, in a word that does not only repeat another one of the sentences ("told everybody"). */
function isReported(
  { kind, start, end }: Marker,
  sentence: Analysed,
  { language, text }: Analysed,
  cited: readonly Evidence[],
): boolean {
  if (kind !== "rumour" && kind !== "opinion") return false;
  const rest = `${sentence.text.slice(0, start)} ${sentence.text.slice(end)}`;
  const there = [rest, ...cited.flatMap((other) => (other.sentence === sentence ? [] : other.sentence.text))];
  return [...text.toLowerCase().matchAll(REPORTING[language])].some(
    ([word]) => !there.some((other) => other.toLowerCase().includes(word)),
  );
}

/** A claim may say 没有 of one thing and forget it of another. Across languages any marker of the class will do. */
function governsTheSame(
  keeper: Marker,
  claim: Analysed,
  marker: Marker,
  sentence: Analysed,
  context: AttributionContext,
): boolean {
  if (sentence.language !== claim.language) return true;
  const reach = new Set(mayGovern(keeper, claim).map(({ term }) => term));
  return sidesOf(marker).some((side) => shareIn(governed(marker, sentence, side), reach, context) >= KEPT);
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

function shareIn(terms: readonly PlacedTerm[], among: ReadonlySet<string>, { weigh }: AttributionContext): number {
  let held = 0;
  let all = 0;
  for (const { term } of terms) {
    const weight = weigh(term);
    all += weight;
    if (among.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

const ACROSS_WINDOW = { zh: 16, en: 45 } as const;
const LEAST_COSINE = 0.3;

function governsAcross(
  { kind, start, end }: Marker,
  { text, language }: Analysed,
  claim: Analysed,
  context: AttributionContext,
): boolean {
  if (!isPlain(text.slice(start, end)) || kind === "failure" || kind === "opinion") return false;
  const chars = ACROSS_WINDOW[language];
  const before =
    text
      .slice(Math.max(0, start - chars), start)
      .split(/[,;。!?]/)
      .at(-1) ?? "";
  const after = text.slice(end, end + chars).split(/[,;。!?]/)[0] ?? "";
  return similarity(`${before} ${after}`, claim.text, context) >= LEAST_COSINE;
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
    if (across) return isPlain(claim.text.slice(marker.start, marker.end));
    return sidesOf(marker).some((side) => shareIn(governed(marker, claim, side), there, context) >= DENIED);
  };
  if (!own.some(adds)) return false;
  return !cited
    .flatMap(({ sentence }) => markersIn(sentence))
    .some(({ kind }) => NEGATIVE.has(kind) || (across && kind === "limit"));
}

/** A lone 不 is often part of a word that another language says without a negation. */
const isPlain = (word: string): boolean => !/^[不无非别勿]$/.test(word);
