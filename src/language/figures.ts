import type { Figure } from "./figure.ts";
import { hanValue } from "./han-numerals.ts";
import { digitsValue, HAN, MAGNITUDES, TENS, WORDS, wordValue } from "./number-words.ts";
import { blank, takeSpecialFigures } from "./special-figures.ts";
import { SHARE, UNIT_PATTERN, type Unit, unitOf, unitOfSymbol } from "./units.ts";

const MAGNITUDE =
  "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![瓦米克卡赫帕])|百|(?:(?:hundred|thousand|million|billion|trillion|bn|mn)(?![a-z0-9]))";
/** 5m and "$5 m" are millions, "5 m" are metres. */
const SHORT_MAGNITUDE = "(?:(?<=[$¥€£₩]\\s?[\\d.,]{1,12})\\s)?(?<short>[kmb])(?![a-z0-9])";
const SPELLED = `(?:${[...TENS, ...WORDS].join("|")})`;
const NUMBER = "\\d+(?:\\.\\d+)?亿\\d+万|\\d+(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const FIGURE = new RegExp(
  `(?<symbol>us\\$|hk\\$|[$¥€£₩]|\\b(?:rmb|cny|usd|eur|gbp|hkd|jpy)(?=\\s?\\d))?\\s?(?<percent>百分之)?(?:(?<digits>${NUMBER})|(?<han>${HAN})|\\b(?<word>${SPELLED}(?:[- ]${SPELLED})?|an?(?= (?:hundred|thousand|million|billion|trillion)\\b))\\b)` +
    `(?:\\s?-?(?:多|余|几|来)?(?<magnitude>${MAGNITUDE})|${SHORT_MAGNITUDE})?(?<half>个半|\\sand a half)?(?<tenths>成(?![立为员功本长就熟果分交都])(?<hundredths>[一二三四五六七八九](?![个名位家年月天万千百十亿]))?)?(?:(?:多|余|几|\\+|来|-odd)?\\s?-?(?<unit>${UNIT_PATTERN}))?`,
  "g",
);
const RANGE = /^\s?(?:-|–|—|~|至|到|to|and|or|或|和|、|,)+\s?(?:us\$|[$¥€£])?\s?$/;
const MODEL = /(?<![a-z])[a-z]+(?:[-.]?\d\w*)(?:[-.]\w+)*|(?<!\d)\d+[a-z]+(?![a-z])/gi;
const NO_NUMERALS =
  /十分|万一|千万(?=别|不要|要注意)|百度|三星|四川|三亚|百川|通义千问|千问|百姓|万科|一[些样直起般旦定切体边致]|千里马|万物|九章|老百姓|十足|百货/g;

const LONGEST_NUMBER = 12;

/** Every figure outside the given dates (`taken` spans), in order. 一个 and 第一 are none; model names are left to the names. */
export function figuresIn(
  text: string,
  taken: readonly { readonly start: number; readonly end: number }[] = [],
): Figure[] {
  let plain = text.toLowerCase();
  for (const { start, end } of taken) plain = blank(plain, start, end);
  plain = blankAll(plain, NO_NUMERALS);
  const found: Figure[] = [];
  plain = blankModels(takeSpecialFigures(plain, found));
  const matches = [...plain.matchAll(FIGURE)].flatMap((match) => {
    const figure = readFigure(match, plain);
    return figure === null ? [] : [{ figure, magnitude: match.groups?.magnitude ?? match.groups?.short }];
  });
  return [...found, ...withRangeUnits(matches, plain)].sort((a, b) => a.start - b.start);
}

const blankAll = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => "\ufffc".repeat(match.length));

/** GPT-4o and H100 are names; 7b, 16gb and 30km are figures. */
function blankModels(text: string): string {
  return text.replace(MODEL, (match, at: number) => {
    const glued = /^(\d+)([a-z]+)$/.exec(match);
    if (glued?.[2] !== undefined && (glued[2] in MAGNITUDES || unitOf(glued[2]) !== null)) return match;
    return /^[a-z]$/.test(text[at - 1] ?? "") ? match : "\ufffc".repeat(match.length);
  });
}

function readFigure(match: RegExpExecArray, text: string): Figure | null {
  const { symbol, percent, digits, han, word, short, half, tenths, hundredths, unit: unitWord } = match.groups ?? {};
  const magnitude = match.groups?.magnitude ?? short;
  const whole = digits === undefined ? wordValue(han, word) : digitsValue(digits);
  if (whole === null) return null;
  const bare = half === undefined ? whole : whole + 0.5;
  const unit =
    percent !== undefined || tenths !== undefined
      ? SHARE
      : symbol !== undefined
        ? unitOfSymbol(symbol)
        : unitWord === undefined
          ? ageUnit(match, text)
          : unitOf(unitWord);
  const weight = weightOf(match, text, unit);
  if (weight === null) return null;
  const factor =
    (MAGNITUDES[magnitude ?? ""] ?? 1) * (tenths !== undefined ? 0.1 : unit?.kind === "share" ? unit.factor : 1);
  const sign = unit !== null && NEGATIVE.test(text.slice(Math.max(0, match.index - 9), match.index)) ? -1 : 1;
  const value = Number((sign * (bare + (hanValue(hundredths ?? "零") ?? 0) / 10) * factor).toPrecision(12));
  const lead = match[0].length - match[0].trimStart().length;
  const start = match.index + lead;
  return {
    value,
    unit,
    start,
    end: match.index + match[0].trimEnd().length,
    precision: precisionOf(digits ?? String(bare)),
    row: (digits?.replace(/[,.]/g, "").length ?? 0) > LONGEST_NUMBER ? digits : undefined,
    weight,
  };
}

/** A minus that joins nothing, or its word. */
const NEGATIVE = /(?:^|[^\p{Script=Latin}\d)\]%])[-−–]$|零下$|负$|\b(?:minus|negative) $/u;

/** "At the age of 37" and "aged 37" count years. */
function ageUnit({ index }: RegExpExecArray, text: string): Unit | null {
  return /\b(?:aged?|age of)\s?$/.test(text.slice(0, index)) ? unitOf("years") : null;
}

const precisionOf = (digits: string): number => digits.replace(/[,.]/g, "").replace(/^0+|(?<!0)0+$/g, "").length || 9;

/** null: no figure at all; 一 and "one" are articles, and a lone Chinese digit needs something that it counts. */
function weightOf(match: RegExpExecArray, text: string, unit: Unit | null): Figure["weight"] | null {
  const { digits, han, word, magnitude, tenths, percent } = match.groups ?? {};
  if (digits !== undefined || percent !== undefined) return "strict";
  const before = text[match.index - 1] ?? "";
  if (han !== undefined) {
    if (isApproximate(han)) return null;
    if (/[数几上成近]$/.test(before) && /^[十百千万亿]/.test(han)) return null;
    if (tenths !== undefined) return "strict";
    if ([...han].length > 1 && !/^[一二两三四五六七八九][二三四五六七八九]$/.test(han)) return "strict";
    if (magnitude !== undefined) return "strict";
    if (match.groups?.unit === "号") return "strict";
    if (unit === null || /^[一十]$/.test(han)) return han === "十" && unit !== null ? "strict" : null;
    return unit.kind === "count" || unit.kind === "ordinal" ? "loose" : "strict";
  }
  if (magnitude !== undefined) return "strict";
  if (word === "one" || word === "zero") return null;
  if (unit !== null && unit.kind !== "count" && unit.name !== "times") return "strict";
  return TENS.some((ten) => word?.startsWith(ten)) ? "strict" : "loose";
}

/** 两三个 and 一两个 name no number, but about how many. */
const isApproximate = (han: string): boolean => /^[一二两三四五六七八九]{2}$/.test(han) && han !== "二二";

interface Scaled {
  readonly figure: Figure;
  readonly magnitude: string | undefined;
}

/** In 3到5公里 and "10-20 million dollars" the first number takes magnitude and unit of the second. */
function withRangeUnits(figures: readonly Scaled[], text: string): Figure[] {
  return figures.map(({ figure, magnitude }, index) => {
    const next = figures[index + 1];
    if (next === undefined || figure.unit !== null || !RANGE.test(text.slice(figure.end, next.figure.start)))
      return figure;
    const { unit } = next.figure;
    const factor = magnitude === undefined ? (MAGNITUDES[next.magnitude ?? ""] ?? 1) : 1;
    const value = figure.value * factor * (unit?.kind === "share" ? unit.factor : 1);
    return { ...figure, value: Number(value.toPrecision(12)), unit };
  });
}
