import { cosine } from "../../retrieval/cosine.ts";
import type { Analysed } from "./analysed.ts";
import { matchingDates } from "./check-dates.ts";
import { matchingFigures } from "./check-figures.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { affinity } from "./neighbourhood.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}

/** By how much another value of the sentence may fit the claim's words better before it counts as swapped. */
const MARGIN = 0.06;
const MARGIN_OTHER_KIND = 0.075;
const MARGIN_DATE = 0.35;
/** Other figures are bad neighbours: they may be swapped themselves. */
const NUMBER_WEIGHT = 0.1;

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
  return text.slice(start, end).replace(/\s/g, "");
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
      .filter(
        (rival) =>
          !overlapsAny(rival, own) && !isInRange(rival, own, sentence) && mayStandFor(rival, place, sentence, claim),
      )
      .some(
        (rival) => fitOf(place, claim, rival, sentence, context) > best + marginOf(rival, place, own, sentence, claim),
      ),
  );
}

/** The two ends of 1.3万到1.5万 go together. */
function isInRange(rival: Place, own: readonly Place[], { text }: Analysed): boolean {
  return own.some((place) => {
    const [first, second] = rival.start < place.start ? [rival, place] : [place, rival];
    return RANGE.test(text.slice(first.end, second.start));
  });
}

const RANGE = /^\s?(?:-|–|—|~|至|到|to)\s?[$¥€£]?$/;

/** 28次 never stands for 14球: where both say what they count, it has to be the same. */
function mayStandFor(rival: Place, place: Place, sentence: Analysed, claim: Analysed): boolean {
  const counted = thingOf(place, claim);
  const other = thingOf(rival, sentence);
  return claim.language !== sentence.language || counted === null || other === null || counted === other;
}

/** Of one thing there may be both: a profit in yuan and its growth in per cent. */
const VALUES: ReadonlySet<string> = new Set(["share", "points", "currency"]);

/** The unit, or the noun that follows; null for dates and where nothing is counted. */
function thingOf(place: Place, { figures, text }: Analysed): string | null {
  const figure = figures.find((each) => overlapsAny(each, [place]));
  if (figure === undefined) return null;
  if (figure.unit !== null) return VALUES.has(figure.unit.kind) ? null : figure.unit.name;
  return /^\s?(\p{Script=Han}|[a-z]{3,})/u.exec(text.slice(figure.end))?.[1] ?? null;
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

function isBareNumber({ start, end }: Place, { text }: Analysed): boolean {
  return /^[\d,.]+$/.test(text.slice(start, end)) && !TIME_WORD.test(text.slice(0, start));
}

/** Across languages only values of the same kind are compared: the vectors of a few words tell little. */
function rivalsOf(sentence: Analysed, own: readonly Place[], claim: Analysed): readonly Place[] {
  const figures = sentence.figures.filter(({ weight }) => weight === "strict");
  if (sentence.language === claim.language) return [...figures, ...sentence.dates];
  if (sentence.dates.some((date) => overlapsAny(date, own))) return sentence.dates;
  const kinds = new Set(
    sentence.figures.filter((figure) => overlapsAny(figure, own)).map(({ unit }) => unit?.kind ?? "count"),
  );
  return figures.filter(({ unit }) => kinds.has(unit?.kind ?? "count"));
}

/** What makes a bare number behind it a year. */
const TIME_WORD = /(?:^|\b(?:in|since|by|from|until|till|during|before|after|of|year|early|late|mid) ?-?)$/i;

const overlapsAny = (rival: Place, places: readonly Place[]): boolean =>
  places.some(({ start, end }) => rival.start < end && start < rival.end);

function fitOf(place: Place, claim: Analysed, other: Place, sentence: Analysed, context: AttributionContext): number {
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
  const left = encoder.encode(around(place, claim));
  const right = encoder.encode(around(other, sentence));
  return left === null || right === null ? 0 : ACROSS_WEIGHT * cosine(left, right);
}

function around({ start, end }: Place, { text, language }: Analysed): string {
  const chars = WINDOW_CHARS[language];
  const before =
    text
      .slice(Math.max(0, start - chars), start)
      .split(/[,;。!?]/)
      .at(-1) ?? "";
  const after = text.slice(end, end + chars).split(/[,;。!?]/)[0] ?? "";
  return `${before} ${after}`;
}
