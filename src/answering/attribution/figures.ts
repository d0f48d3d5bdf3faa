import { hanValue } from "./han-numerals.ts";
import { UNIT_PATTERN, type Unit, unitOf, unitOfSymbol } from "./units.ts";

/** A number with what it counts, and where it stands in the (NFKC) text. */
export interface Figure {
  /** Shares (40%, 三成) as parts of one; magnitudes (万, billion) multiplied out. */
  readonly value: number;
  readonly unit: Unit | null;
  readonly start: number;
  readonly end: number;
  /** Digits as written, leading and trailing zeros aside: what rounding may take away. */
  readonly precision: number;
  /** A row of more digits than a number can hold, such as an identifier: only the same row is the same. */
  readonly row?: string | undefined;
  /** `loose`: a small number in words such as 三个 or "two points", checked only against a number that contradicts it. */
  readonly weight: "strict" | "loose";
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
};
const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
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

const MAGNITUDE =
  "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![瓦米克卡赫帕])|百|(?:(?:hundred|thousand|million|billion|trillion|bn|mn)(?![a-z0-9]))";
/** 5m and "$5 m" are millions, "5 m" are metres. */
const SHORT_MAGNITUDE = "(?:(?<=[$¥€£₩]\\s?[\\d.,]{1,12})\\s)?(?<short>[kmb])(?![a-z0-9])";
const SPELLED = `(?:${[...TENS, ...WORDS].join("|")})`;
const NUMBER = "\\d+(?:\\.\\d+)?亿\\d+万|\\d+(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const HAN = "[零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?";
const FIGURE = new RegExp(
  `(?<symbol>us\\$|hk\\$|[$¥€£₩]|\\b(?:rmb|cny|usd|eur|gbp|hkd|jpy)(?=\\s?\\d))?\\s?(?<percent>百分之)?(?:(?<digits>${NUMBER})|(?<han>${HAN})|\\b(?<word>${SPELLED}(?:[- ]${SPELLED})?|an?(?= (?:hundred|thousand|million|billion|trillion)\\b))\\b)` +
    `(?:\\s?-?(?<magnitude>${MAGNITUDE})|${SHORT_MAGNITUDE})?(?<half>个半|\\sand a half)?(?<tenths>成(?![立为员功本长就熟果分交都])(?<hundredths>[一二三四五六七八九](?![个名位家年月天万千百十亿]))?)?(?:(?:多|余|几|\\+|来)?\\s?-?(?<unit>${UNIT_PATTERN}))?`,
  "g",
);
const FRACTION = new RegExp(`([百十]万|[十百千]?亿|${HAN}|\\d+)分之(${HAN}|\\d+)`, "g");
const RANGE = /^\s?(?:-|–|—|~|至|到|to|and|or|或|和|、|,)+\s?(?:us\$|[$¥€£])?\s?$/;
const ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const ORDINAL = new RegExp(
  `第(?<han>[零〇一二两三四五六七八九十百]+|\\d+)|\\b(?<english>\\d+)(?:st|nd|rd|th)\\b|\\b(?<word>${ORDINAL_WORDS.join("|")})\\b`,
  "g",
);
const MODEL = /[a-z][a-z]*(?:[-.]?\d[\w]*)(?:[-.]\w+)*|\d+[a-z]+(?![a-z])/gi;
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
  plain = collectFractions(plain, found);
  plain = collectOrdinals(plain, found);
  plain = collectTimes(plain, found);
  plain = blankModels(plain);
  const matches = [...plain.matchAll(FIGURE)].flatMap((match) => {
    const figure = readFigure(match, plain);
    return figure === null ? [] : [{ figure, magnitude: match.groups?.magnitude ?? match.groups?.short }];
  });
  return [...found, ...withRangeUnits(matches, plain)].sort((a, b) => a.start - b.start);
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + " ".repeat(end - start) + text.slice(end);

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

const SHARE: Unit = { name: "share", kind: "share", factor: 0.01 };
const ORDINAL_UNIT: Unit = { name: "ordinal", kind: "ordinal", factor: 1 };
const numberOf = (text: string): number =>
  /\d/.test(text) ? Number(text) : (MAGNITUDES[text] ?? hanValue(text) ?? Number.NaN);

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

/** 9:15 and 23:59:60 are compared as they are written, "3 min 59.4 sec" as 3:59.4. */
function collectTimes(source: string, found: Figure[]): string {
  const text = source.replace(SPOKEN, (spoken, minutes: string, seconds: string, start: number) => {
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
  const value = Number(((bare + (hanValue(hundredths ?? "零") ?? 0) / 10) * factor).toPrecision(12));
  const lead = match[0].length - match[0].trimStart().length;
  const start = match.index + lead;
  return {
    value,
    unit,
    start,
    end: match.index + match[0].trimEnd().length,
    precision: precisionOf(digits ?? ""),
    row: (digits?.replace(/[,.]/g, "").length ?? 0) > LONGEST_NUMBER ? digits : undefined,
    weight,
  };
}

/** "At the age of 37" and "aged 37" count years. */
function ageUnit({ index }: RegExpExecArray, text: string): Unit | null {
  return /\b(?:aged?|age of)\s?$/.test(text.slice(0, index)) ? unitOf("years") : null;
}

const precisionOf = (digits: string): number => digits.replace(/[,.]/g, "").replace(/^0+|0+$/g, "").length || 9;

/** 2亿4900万 is one number. */
function digitsValue(digits: string): number {
  const [, above, below] = /^(.+)亿(\d+)万$/.exec(digits) ?? [];
  if (above === undefined || below === undefined) return Number(digits.replaceAll(",", ""));
  return Number(above) * 1e8 + Number(below) * 1e4;
}

function wordValue(han: string | undefined, word: string | undefined): number | null {
  if (han !== undefined) return /^[百千万亿]/.test(han) ? null : hanValue(han);
  if (word === "a" || word === "an") return 1;
  const parts = (word ?? "")
    .split(/[- ]/)
    .map((part) => (TENS.includes(part) ? 20 + 10 * TENS.indexOf(part) : WORDS.indexOf(part)));
  return parts.some((part) => part < 0) ? null : parts.reduce((sum, part) => sum + part, 0);
}

/** null: no figure at all; 一 and "one" are articles, and a lone Chinese digit needs something that it counts. */
function weightOf(match: RegExpExecArray, text: string, unit: Unit | null): Figure["weight"] | null {
  const { digits, han, word, magnitude, tenths, percent } = match.groups ?? {};
  if (digits !== undefined || percent !== undefined) return "strict";
  const before = text[match.index - 1] ?? "";
  if (han !== undefined) {
    if (/[数几上成近]$/.test(before) && /^[十百千万亿]/.test(han)) return null;
    if (tenths !== undefined) return "strict";
    if ([...han].length > 1 && !/^[一二两三四五六七八九][二三四五六七八九]$/.test(han)) return "strict";
    if (magnitude !== undefined) return "strict";
    if (unit === null || /^[一十]$/.test(han)) return han === "十" && unit !== null ? "strict" : null;
    return unit.kind === "count" || unit.kind === "ordinal" ? "loose" : "strict";
  }
  if (magnitude !== undefined) return "strict";
  if (word === "one" || word === "zero") return null;
  if (unit !== null && unit.kind !== "count" && unit.name !== "times") return "strict";
  return TENS.some((ten) => word?.startsWith(ten)) ? "strict" : "loose";
}

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
