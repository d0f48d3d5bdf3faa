import type { Analysed } from "../language/analysed.ts";
import { isComputed } from "../language/computed.ts";
import type { Figure } from "../language/figure.ts";
import { datesByInterval } from "../language/intervals.ts";
import { resolveDates } from "../language/resolve-dates.ts";
import { amountOf, equalAmounts, type FigurePlaces, sameFigure } from "../language/same-figure.ts";
import { UNIT_PATTERN, type Unit, unitOf } from "../language/units.ts";
import { matchingDates } from "./check-dates.ts";
import type { CheckContext, Evidence } from "./context.ts";
import { isDesignation } from "./designation.ts";
import type { Proof } from "./proof.ts";

/** `unit`: the number stands there, as a number of something else. */
export type FigureFault = "figure" | "unit";

/** Every figure of the claim stands in one of the cited texts with its unit, or is computed from figures that the claim states. */
export function checkFigures(
  claim: Analysed,
  evidence: readonly Evidence[],
  context: CheckContext,
): Proof<FigureFault> {
  const cited = evidence.map(({ sentence }) => sentence);
  const stated = claim.figures.filter((figure) => standsIn(figure, claim, cited));
  const isProven = (figure: Figure) =>
    stated.includes(figure) ||
    isComputed(figure, stated) ||
    isSpelledOne(figure, cited) ||
    isPartOfName(figure, claim, cited) ||
    isDesignation(figure, claim, evidence, context) ||
    comesToDate(figure, claim, evidence) ||
    isNumberOfName(figure, claim, cited);
  const proven = claim.figures.filter(isProven);
  const wrong = claim.figures.find(
    (figure) => !proven.includes(figure) && (figure.weight === "strict" || contradicted(figure, claim, cited)),
  );
  if (wrong === undefined) return { fault: null, proven };
  const isThere = cited.some(({ figures }) => figures.some((other) => equalAmounts(other.value, wrong.value)));
  return { fault: isThere && wrong.weight === "strict" ? "unit" : "figure", proven };
}

function standsIn(figure: Figure, claim: Analysed, cited: readonly Analysed[]): boolean {
  return cited.some((text) => matchingFigures(figure, claim, text).length > 0 || isYearThere(figure, text));
}

/** The figures of a cited text that say the same. */
export function matchingFigures(figure: Figure, claim: Analysed, text: Analysed): Figure[] {
  const places = placesOf(claim, text);
  return text.figures.filter((other) => sameFigure(figure, other, places));
}

function placesOf(claim: Analysed, text: Analysed): FigurePlaces {
  const crossing = claim.language === text.language ? "same-language" : "across";
  return { claim: claim.text, cited: text.text, claimUnits: unitsOf(claim), citedUnits: unitsOf(text), crossing };
}

const unitsOf = ({ figures }: Analysed): Map<string, Unit> =>
  new Map(figures.flatMap(({ unit }) => (unit === null ? [] : [[unit.name, unit]])));

/** "605年" and "256 BC" may be written like a number of years. */
function isYearThere(figure: Figure, { dates }: Analysed): boolean {
  if (figure.unit !== null && figure.unit.name !== "year") return false;
  return dates.some(({ year }) => year !== undefined && Math.abs(year) === figure.value);
}

const ONE = new RegExp(`(?:一|\\b(?:one|an?)[ -])(?<unit>${UNIT_PATTERN})`, "g");

/** What a text has one of in words: 一吨, "an hour". */
const oneOf = (text: string): Unit[] =>
  [...text.toLowerCase().matchAll(ONE)].flatMap(({ groups }) => unitOf(groups?.unit ?? "") ?? []);

/** 六年后 behind 2004年 says 2010年. */
function comesToDate({ start, end }: Figure, claim: Analysed, cited: readonly Evidence[]): boolean {
  const told = resolveDates(claim.dates, null, null);
  const reckoned = datesByInterval(claim.text, told, null, null).filter(
    ({ mention }) => mention.start <= start && mention.end >= end,
  );
  return reckoned.some(({ mention }) => cited.some((evidence) => matchingDates(mention, evidence).length > 0));
}

function isSpelledOne(figure: Figure, cited: readonly Analysed[]): boolean {
  if (figure.value !== 1) return false;
  const { unit } = figure;
  if (unit !== null && unit.kind !== "count")
    return cited.some(({ text }) =>
      oneOf(text).some(({ name, factor }) => name === unit.name && factor === unit.factor),
    );
  const rivals = cited.flatMap(({ figures }) => figures.filter(({ unit }) => unit?.name === figure.unit?.name));
  return rivals.length === 0 && cited.some(({ text }) => /一|\b(?:one|an?|single)\b/i.test(text));
}

/** 北斗一号 is BeiDou-1. */
function isNumberOfName({ value, unit }: Figure, { language }: Analysed, cited: readonly Analysed[]): boolean {
  const foreign = cited.filter((text) => text.language !== language);
  return unit?.kind === "ordinal" && foreign.some(({ text }) => text.match(/\d+/g)?.includes(String(value)) === true);
}

/** The number of "SR 99" stands in SR99. */
function isPartOfName({ start, end, unit }: Figure, { text }: Analysed, cited: readonly Analysed[]): boolean {
  const word = /(\p{Lu}\p{Script=Latin}{0,40})[ -]?$/u.exec(text.slice(0, start))?.[1];
  if (word === undefined || unit !== null) return false;
  const pattern = new RegExp(`${word}[ -]?${text.slice(start, end).replaceAll(".", "\\.")}(?![\\d.]\\d|\\d)`, "iu");
  return cited.some((other) => pattern.test(other.text));
}

/** A small number in words falls only when the cited text counts the same thing otherwise. */
function contradicted(figure: Figure, claim: Analysed, cited: readonly Analysed[]): boolean {
  const thing = thingOf(figure, claim.text);
  return cited.some(({ figures, text, language }) =>
    figures.some((other) => {
      if (equalAmounts(amountOf(other), amountOf(figure)) || other.unit?.name !== figure.unit?.name) return false;
      if (language !== claim.language) return false;
      const otherThing = thingOf(other, text);
      const isNamed = thing !== "" && otherThing !== "";
      return isNamed ? thing === otherThing : figure.unit !== null && figure.unit.name !== "thing";
    }),
  );
}

/** What follows the number: two Chinese characters or one word. */
function thingOf({ end }: Figure, text: string): string {
  const after = text.slice(end).trimStart().toLowerCase();
  return /^(?:\p{Script=Han}{2}|[a-z]+)/u.exec(after)?.[0] ?? "";
}
