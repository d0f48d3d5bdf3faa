import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { colours, governed, mayGovern, shareIn, sidesOf } from "./marker-scope.ts";
import { KEEPS, type MarkerClass, NEGATIVE, REPORTING } from "./marker-words.ts";
import { type Marker, wordOf } from "./markers.ts";

/** Of these the claim's own has to be about the same: a plan of one thing keeps no plan of another. */
const POINTED: ReadonlySet<MarkerClass> = new Set([...NEGATIVE, "plan", "future", "possibility"]);
/** Least share of the words a marker governs that the claim's own marker stands next to as well. */
const KEPT = 0.35;

/** Does the claim say so too, by a word of a class that keeps the marker's, or as somebody's report? */
export function isKept(
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
