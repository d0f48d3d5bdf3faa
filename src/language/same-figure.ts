import { languageOf } from "../text/language.ts";
import type { Figure } from "./figure.ts";
import { LEXICON } from "./lexicon.ts";
import type { Unit } from "./units.ts";

const ABOUT =
  /(?:约|大约|大概|不到|不足|近|将近|接近|超过?|逾|多达|高达|about|around|roughly|under|less than|fewer than|nearly|almost|over|more than|approximately|some|close to|just under|just over|just shy of)(?:[为有是在达]|到达?)?\s?(?:us|hk)?[$¥€£]?$/i;
const OVER = /(?:超过?|逾|多达|高达|over|more than|at least)(?:了|到)?\s?(?:us|hk)?[$¥€£]?$/i;
const TWICE_ROUNDED = 0.004;
const MORE = /(?:多|余|\+|-odd)/;
/** Pairs of units that texts write for one another. */
const ALIKE = new Set([
  "pound GBP",
  "degree celsius",
  "degree fahrenheit",
  "occasion times",
  "machine vehicle",
  "item event",
  "item kind",
]);

/** Where two figures stand: their texts, and which units these use at all. */
export interface FigurePlaces {
  readonly claim: string;
  readonly cited: string;
  readonly claimUnits: ReadonlyMap<string, Unit>;
  readonly citedUnits: ReadonlyMap<string, Unit>;
  readonly crossing: "same-language" | "across";
}

/** Same number of the same thing, however written; a rounded number has to say that it is one. */
export function sameFigure(claimed: Figure, cited: Figure, places: FigurePlaces): boolean {
  const whole = withUnit(claimed, cited, places);
  return unitsAgree(whole.unit, cited.unit, places) && sameAmount(whole, cited, places);
}

/** "From about 280 parts per million to above 420": a unit said once holds for the next number too. */
function withUnit(claimed: Figure, { unit }: Figure, { claimUnits }: FigurePlaces): Figure {
  const said = unit === null || unit.kind === "count" ? undefined : claimUnits.get(unit.name);
  if (claimed.unit !== null || said === undefined) return claimed;
  return { ...claimed, unit: said, value: said.kind === "share" ? claimed.value * said.factor : claimed.value };
}

/** A fall of 12% and a growth of -12% are one. */
function saysFall(text: string): boolean {
  const fall = LEXICON[languageOf(text)].opposites.rise?.turned;
  return fall !== undefined && text.toLowerCase().search(fall) >= 0;
}

export function equalAmounts(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function sameAmount(claimed: Figure, cited: Figure, places: FigurePlaces): boolean {
  if (claimed.row !== undefined || cited.row !== undefined) return claimed.row === cited.row;
  const a = amountOf(claimed);
  const b = amountOf(cited);
  if (equalAmounts(a, b)) return true;
  if (equalAmounts(a, -b)) return saysFall(a > 0 ? places.claim : places.cited);
  if (!saysAbout(claimed, places.claim) || claimed.precision >= cited.precision) return false;
  // What is rounded already is hardly rounded again.
  if (saysAbout(cited, places.cited) && Math.abs(a - b) > TWICE_ROUNDED * Math.abs(b)) return false;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(a))) - claimed.precision + 1);
  if (equalAmounts(Math.round(b / step) * step, a)) return true;
  return saysMore(claimed, places.claim) && equalAmounts(Math.floor(b / step) * step, a);
}

/** In the first unit of its family: 2 kg and 2,000 g are one amount. */
export const amountOf = ({ value, unit }: Figure): number =>
  unit === null || unit.kind === "share" ? value : value * unit.factor;

function saysMore({ start, end }: Figure, text: string): boolean {
  return OVER.test(text.slice(Math.max(0, start - 16), start).trimEnd()) || MORE.test(text.slice(start, end + 1));
}

function saysAbout({ start, end }: Figure, text: string): boolean {
  return ABOUT.test(text.slice(Math.max(0, start - 16), start).trimEnd()) || MORE.test(text.slice(start, end + 1));
}

export function unitsAgree(
  claimed: Unit | null,
  cited: Unit | null,
  places: Pick<FigurePlaces, "citedUnits" | "crossing">,
): boolean {
  if (claimed === null)
    return cited === null || cited.name === "year" || ["count", "ordinal", "currency"].includes(cited.kind);
  if (cited === null)
    return claimed.kind === "count" || claimed.kind === "ordinal" || places.citedUnits.has(claimed.name);
  if (claimed.name === cited.name) return true;
  if (ALIKE.has(`${claimed.name} ${cited.name}`) || ALIKE.has(`${cited.name} ${claimed.name}`)) return true;
  const kinds = new Set([claimed.kind, cited.kind]);
  if (places.crossing === "across" && kinds.has("points") && kinds.has("count")) return true;
  if (![...kinds].every((kind) => kind === "count" || kind === "ordinal")) return false;
  return (
    claimed.name === "thing" ||
    cited.name === "thing" ||
    (kinds.has("ordinal") && claimed.kind === cited.kind) ||
    (places.crossing === "across" && claimed.name !== "person" && cited.name !== "person")
  );
}
