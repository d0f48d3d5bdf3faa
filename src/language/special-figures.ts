import type { Figure } from "./figure.ts";
import { hanValue } from "./han-numerals.ts";
import { HAN, MAGNITUDES } from "./number-words.ts";
import { SHARE, type Unit } from "./units.ts";

const FRACTIONS: Readonly<Record<string, number>> = {
  百分之百: 1,
  百分百: 1,
  一半: 0.5,
  半数: 0.5,
  "one third": 1 / 3,
  "a third of": 1 / 3,
  "two thirds": 2 / 3,
  "one quarter": 0.25,
  "a quarter of": 0.25,
  "three quarters": 0.75,
  "half of": 0.5,
  "half the": 0.5,
  "by half": 0.5,
};
const FRACTION = new RegExp(`([百十]万|[十百千]?亿|${HAN}|\\d+)分之(${HAN}|\\d+)`, "g");
const ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const ORDINAL = new RegExp(
  `第(?<han>[零〇一二两三四五六七八九十百]+|\\d+)|\\b(?<english>\\d+)(?:st|nd|rd|th)\\b|(?<!per )\\b(?<word>${ORDINAL_WORDS.join("|")})\\b`,
  "g",
);
const ORDINAL_UNIT: Unit = { name: "ordinal", kind: "ordinal", factor: 1 };

/** Takes fractions, ordinals and times out of a text (lower case) and adds them to `found`; returns what is left. */
export function takeSpecialFigures(text: string, found: Figure[]): string {
  return collectTimes(collectOrdinals(collectFractions(text, found), found), found);
}

/** Blanks in the place of what was read, so that offsets stay. */
export const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + " ".repeat(end - start) + text.slice(end);

const numberOf = (text: string): number =>
  /\d/.test(text) ? Number(text) : (MAGNITUDES[text] ?? hanValue(text) ?? Number.NaN);

function collectFractions(text: string, found: Figure[]): string {
  let rest = text.replace(FRACTION, (match, below: string, above: string, at: number) => {
    if (below === "百") return match;
    const value = numberOf(above) / numberOf(below);
    found.push({ value, unit: SHARE, start: at, end: at + match.length, precision: 2, weight: "strict" });
    return " ".repeat(match.length);
  });
  for (const [words, value] of Object.entries(FRACTIONS)) {
    for (const match of rest.matchAll(new RegExp(words.replace(" ", "[- ]"), "g"))) {
      found.push({
        value,
        unit: SHARE,
        start: match.index,
        end: match.index + words.length,
        precision: 1,
        weight: "strict",
      });
      rest = blank(rest, match.index, match.index + words.length);
    }
  }
  return rest;
}

function collectOrdinals(text: string, found: Figure[]): string {
  for (const match of text.matchAll(ORDINAL)) {
    const { han, english, word } = match.groups ?? {};
    const value = word === undefined ? numberOf(han ?? english ?? "") : ORDINAL_WORDS.indexOf(word) + 1;
    const place = { start: match.index, end: match.index + match[0].length, precision: 9 };
    const weight = /\d/.test(match[0]) ? "strict" : "loose";
    if (value !== 1) found.push({ value, unit: ORDINAL_UNIT, weight, ...place });
  }
  return text.replace(ORDINAL, (match) => " ".repeat(match.length));
}

const CLOCK = /(?<![\d.])\d{1,3}(?::\d{2}){1,2}(?:\.\d+)?(?!\d)/g;
const SPOKEN =
  /(?<![\d.])(\d{1,3})\s?(?:分钟?|min(?:utes?)?\.?)\s?(?:and )?(\d{1,2}(?:\.\d+)?)\s?(?:秒|sec(?:onds?)?)/g;

const SPOKEN_HAN = /(?<![\d.])(\d{1,3})\s?分\s?(\d{1,2})\s?秒\s?(\d{1,2})(?![\d.])/g;

/** 9:15 and 23:59:60 are compared as they are written, "3 min 59.4 sec" as 3:59.4. */
function collectTimes(source: string, found: Figure[]): string {
  const plain = source.replace(SPOKEN_HAN, (spoken, minutes: string, seconds: string, rest: string, start: number) => {
    found.push({ ...timeOf(`${minutes}:${seconds.padStart(2, "0")}.${rest}`), start, end: start + spoken.length });
    return " ".repeat(spoken.length);
  });
  const text = plain.replace(SPOKEN, (spoken, minutes: string, seconds: string, start: number) => {
    const row = `${minutes}:${seconds.replace(/^\d(?!\d)/, "0$&")}`;
    found.push({ ...timeOf(row), start, end: start + spoken.length });
    return " ".repeat(spoken.length);
  });
  return text.replace(CLOCK, (row, start: number) => {
    found.push({ ...timeOf(row), start, end: start + row.length });
    return " ".repeat(row.length);
  });
}

function timeOf(row: string): Omit<Figure, "start" | "end"> {
  const value = Number(row.replaceAll(":", "").replace(".", ""));
  return { value, unit: null, precision: 9, row, weight: "strict" };
}
