import type { Analysed } from "./analysed.ts";
import type { Place } from "./word-places.ts";

/**
 * The values of a sentence that may have been exchanged for its `own` ones. Across languages only values of the same kind
 * are compared: the vectors of a few words tell little.
 */
export function rivalsOf(sentence: Analysed, own: readonly Place[], claim: Analysed): readonly Place[] {
  return candidates(sentence, own, claim).filter(
    (rival) => !overlapsAny(rival, own) && !isInRange(rival, own, sentence),
  );
}

function candidates(sentence: Analysed, own: readonly Place[], claim: Analysed): readonly Place[] {
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

export const overlapsAny = (rival: Place, places: readonly Place[]): boolean =>
  places.some(({ start, end }) => rival.start < end && start < rival.end);

/** The two ends of 1.3万到1.5万 go together. */
function isInRange(rival: Place, own: readonly Place[], { text }: Analysed): boolean {
  return own.some((place) => {
    const [first, second] = rival.start < place.start ? [rival, place] : [place, rival];
    return RANGE.test(text.slice(first.end, second.start));
  });
}

const RANGE = /^\s?(?:-|–|—|~|至|到|to)\s?[$¥€£]?$/;

/** 28次 never stands for 14球: where both say what they count, it has to be the same. Nor does a date stand for an amount. */
export function mayStandFor(rival: Place, place: Place, sentence: Analysed, claim: Analysed): boolean {
  if (isDate(place, claim) ? isAmount(rival, sentence) : isDate(rival, sentence) && isAmount(place, claim))
    return false;
  const counted = thingOf(place, claim);
  const other = thingOf(rival, sentence);
  return claim.language !== sentence.language || counted === null || other === null || counted === other;
}

const isDate = (place: Place, text: Analysed): boolean =>
  text.dates.some((date) => overlapsAny(date, [place])) && !isBareNumber(place, text);
const isAmount = (place: Place, { figures }: Analysed): boolean =>
  figures.some((figure) => overlapsAny(figure, [place]) && figure.unit !== null);

/** Of one thing there may be both: a profit in yuan and its growth in per cent. */
const VALUES: ReadonlySet<string> = new Set(["share", "points", "currency"]);

/** The unit, or the noun that follows; null for dates and where nothing is counted. */
function thingOf(place: Place, { figures, text }: Analysed): string | null {
  const figure = figures.find((each) => overlapsAny(each, [place]));
  if (figure === undefined) return null;
  if (figure.unit !== null) return VALUES.has(figure.unit.kind) ? null : figure.unit.name;
  return /^\s?(\p{Script=Han}|[a-z]{3,})/u.exec(text.slice(figure.end))?.[1] ?? null;
}

/** A number that no word makes a year. */
export function isBareNumber({ start, end }: Place, { text }: Analysed): boolean {
  return /^[\d,.]+$/.test(text.slice(start, end)) && !TIME_WORD.test(text.slice(0, start));
}
