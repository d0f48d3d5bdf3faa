import type { Analysed } from "./analysed.ts";
import { matchingDates } from "./check-dates.ts";
import { matchingFigures } from "./check-figures.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { fitOf } from "./place-fit.ts";
import { isBareNumber, mayStandFor, overlapsAny, rivalsOf } from "./place-rivals.ts";
import type { Place } from "./word-places.ts";

/** By how much another value of the sentence may fit the claim's words better before it counts as swapped. */
const MARGIN = 0.06;
const MARGIN_OTHER_KIND = 0.075;
const MARGIN_DATE = 0.35;

/**
 * Do figures and dates stand next to the same words as in the sentence? Where a sentence holds several, each value of
 * the claim has to fit its surroundings there at least as well as every other value would.
 */
export function checkPlaces(
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): "misplaced-figure" | null {
  const places = [
    ...claim.figures.map((figure) => ({ place: figure, own: ownFigures(figure, claim, cited) })),
    ...claim.dates.map((date) => ({
      place: date,
      own: cited.map((evidence) => matchingDates(date, evidence).map(({ mention }) => mention)),
    })),
  ];
  const movable = places.filter(({ place }) => !isOfName(place, claim));
  const misplaced = movable.filter(({ place, own }) => isMisplaced(place, own, claim, cited, context));
  const inPlace = new Set(places.filter((each) => !misplaced.includes(each)).map(({ place }) => saying(place, claim)));
  return misplaced.every(({ place }) => inPlace.has(saying(place, claim))) ? null : "misplaced-figure";
}

/** The number of "Unicode 16.0" goes where the name goes. */
function isOfName({ start, end }: Place, { text }: Analysed): boolean {
  return (
    /^[\d.]+$/.test(text.slice(start, end)) &&
    /\p{Lu}\p{L}* $/u.test(text.slice(0, start)) &&
    !/\b(?:In|At|By|From|The|About|Around|Of|On)\s$/.test(text.slice(0, start))
  );
}

/** A value said twice, as an operand is when a sum is stated, has to stand in its place once. */
function saying({ start, end }: Place, { text }: Analysed): string {
  const said = text.slice(start, end);
  return /\d[\d.,]*/.exec(said)?.[0] ?? said.replace(/\s/g, "");
}

function ownFigures(figure: Analysed["figures"][number], claim: Analysed, cited: readonly Evidence[]): Place[][] {
  return cited.map(({ sentence }) => matchingFigures(figure, claim, sentence));
}

/** Sentences in the claim's language are compared together, each other one by itself; one that agrees is enough. */
function isMisplaced(
  place: Place,
  own: readonly (readonly Place[])[],
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): boolean {
  const all = cited.map((evidence, index): Candidates => ({ sentence: evidence.sentence, own: own[index] ?? [] }));
  const groups = [
    all.filter(({ sentence }) => sentence.language === claim.language),
    ...all.filter(({ sentence }) => sentence.language !== claim.language).map((each) => [each]),
  ].filter((group) => group.some((each) => each.own.length > 0));
  return groups.length > 0 && groups.every((group) => isOutdone(place, claim, group, context));
}

interface Candidates {
  readonly sentence: Analysed;
  readonly own: readonly Place[];
}

function isOutdone(place: Place, claim: Analysed, group: readonly Candidates[], context: AttributionContext): boolean {
  const best = Math.max(
    ...group.flatMap(({ sentence, own }) => own.map((other) => fitOf(place, claim, other, sentence, context))),
  );
  return group.some(({ sentence, own }) =>
    rivalsOf(sentence, own, claim)
      .filter((rival) => mayStandFor(rival, place, sentence, claim))
      .some(
        (rival) => fitOf(place, claim, rival, sentence, context) > best + marginOf(rival, place, own, sentence, claim),
      ),
  );
}

/** A value of another kind is seldom taken for one, least of all a date, which may stand anywhere, for a figure. */
function marginOf(
  rival: Place,
  place: Place,
  own: readonly Place[],
  { figures, dates }: Analysed,
  claim: Analysed,
): number {
  const kindAt = (at: Place) =>
    dates.some((date) => overlapsAny(date, [at]))
      ? "date"
      : figures.find((figure) => overlapsAny(figure, [at]))?.unit?.kind;
  const kinds = new Set([...own.map(kindAt), kindAt(rival)]);
  if (kinds.size === 1) return MARGIN;
  return kinds.has("date") && !isBareNumber(place, claim) ? MARGIN_DATE : MARGIN_OTHER_KIND;
}
