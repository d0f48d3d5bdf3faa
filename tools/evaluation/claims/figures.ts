import type { Stretch } from "./edit.ts";

const MAGNITUDE: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  百万: 1e6,
  千万: 1e7,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
/** Longest first, so that 平方公里 is not read as 平. */
export const UNITS: readonly string[] = [
  "平方公里",
  "平方米",
  "立方米",
  "公里",
  "千米",
  "厘米",
  "毫米",
  "纳米",
  "微米",
  "米",
  "公斤",
  "千克",
  "毫克",
  "克",
  "万吨",
  "吨",
  "个小时",
  "小时",
  "分钟",
  "秒",
  "天",
  "个月",
  "年",
  "周",
  "岁",
  "美元",
  "欧元",
  "日元",
  "英镑",
  "港元",
  "元",
  "人",
  "名",
  "位",
  "家",
  "个",
  "颗",
  "台",
  "辆",
  "倍",
  "摄氏度",
  "度",
  "次",
  "篇",
  "项",
  "种",
  "款",
  "座",
  "条",
  "公顷",
  "亩",
  "%",
  "％",
  "kilometres",
  "kilometers",
  "km",
  "metres",
  "meters",
  "centimetres",
  "cm",
  "millimetres",
  "mm",
  "miles",
  "feet",
  "inches",
  "m",
  "kilograms",
  "kg",
  "grams",
  "tonnes",
  "tons",
  "pounds",
  "ounces",
  "g",
  "hours",
  "minutes",
  "seconds",
  "days",
  "weeks",
  "months",
  "years",
  "people",
  "passengers",
  "percent",
  "per cent",
  "dollars",
  "pounds",
  "times",
  "degrees",
];
const UNIT = [...UNITS]
  .sort((a, b) => b.length - a.length)
  .map((unit) => (/[a-z]/.test(unit) ? `${unit}\\b` : unit))
  .join("|");
const FIGURE = new RegExp(
  `(?<![A-Za-z0-9.,\\-–—_/:#+@第])(\\d+(?:,\\d{3})+|\\d+)(\\.\\d+)?(?![A-Za-z0-9_]*[-–/:.]\\d|-[A-Za-z])(?:\\s?(万亿|千亿|百亿|千万|百万|亿|万|千|百|(?:thousand|million|billion|trillion)\\b))?(多|余)?(?:\\s?(${UNIT}))?(?![A-Za-z0-9]|,\\d)`,
  "gu",
);
const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";

export interface Figure extends Stretch {
  /** `1,500.5` as it stands; `value` with its magnitude. */
  readonly digits: string;
  readonly value: number;
  readonly magnitude: string;
  /** `多` or `余` for "and more", else empty. */
  readonly more: string;
  readonly unit: string;
}

/** Amounts and counts written in digits; parts of dates and times, versions and names are left out. */
export function figuresOf(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].flatMap((match): Figure[] => {
    const [whole, integer = "", fraction = "", magnitude = "", more = "", unit = ""] = match;
    const start = match.index;
    const end = start + whole.trimEnd().length;
    if (isDatePart(text, start, end, integer + fraction, unit, magnitude)) return [];
    const value = Number((integer + fraction).replaceAll(",", "")) * (MAGNITUDE[magnitude] ?? 1);
    return [{ start, end, digits: integer + fraction, value, magnitude, more, unit }];
  });
}

function isDatePart(
  text: string,
  start: number,
  end: number,
  digits: string,
  unit: string,
  magnitude: string,
): boolean {
  const after = text.slice(end, end + 14);
  const before = text.slice(Math.max(0, start - 12), start);
  if (/^\s?(?:年代|月|日|号|时|点|分|期|届|世纪|楼|层|\/|:)/.test(after)) return true;
  if (unit === "年" && /^\d{4}$/.test(digits)) return true;
  if (unit === "" && magnitude === "" && /^(?:1\d|20)\d\d$/.test(digits)) return true;
  return new RegExp(`^(?:st|nd|rd|th)?\\s(?:${MONTH})`).test(after) || new RegExp(`(?:${MONTH})\\s$`).test(before);
}

/** Every number that a text holds, in whatever place, with and without its magnitude. */
export function numbersIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const match of text
    .normalize("NFKC")
    .matchAll(/(\d+(?:,\d{3})+|\d+)(\.\d+)?\s*([百千万亿]+|thousand|million|billion|trillion)?/g)) {
    const value = Number(((match[1] ?? "") + (match[2] ?? "")).replaceAll(",", ""));
    found.add(value);
    found.add(value * (MAGNITUDE[match[3] ?? ""] ?? 1));
  }
  return found;
}

const HAN_FIGURE = /[一二两三四五六七八九十百千]{2,}|[一二两三四五六七八九十半][成倍个年月天]|百分之/;
const WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(
  " ",
);

/**
 * Whether a value stands in the text in any form, or follows from two of its numbers by one step of reckoning. Numbers
 * written in Chinese characters are not read: where there are some, this cannot be excluded.
 */
export function mayFollowFrom(value: number, text: string): boolean {
  const known = [...numbersIn(text)];
  if (HAN_FIGURE.test(text) || known.includes(value)) return true;
  const word = WORDS[value];
  if (word !== undefined && new RegExp(`\\b${word}\\b`, "i").test(text)) return true;
  const near = (other: number) => Math.abs(other - value) <= Math.abs(value) * 0.006;
  return known.some((a, i) =>
    known.some((b, j) => i !== j && [a + b, a - b, a * b, a / b, (a / b) * 100, (a / b - 1) * 100].some(near)),
  );
}
