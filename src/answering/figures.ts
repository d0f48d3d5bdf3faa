/** Figures in Chinese and English text, brought to one form so that 1.5万 equals 15,000 and 三成 equals 30%. */

const HAN_DIGITS = "零一二三四五六七八九";
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };
const MAGNITUDES: Readonly<Record<string, number>> = {
  ...HAN_UNITS,
  百万: 1e6,
  千万: 1e7,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  b: 1e9,
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?=\s+\d|,|\s*$|\s)/g;
const DIGITS =
  /(百分之)?(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万亿|千亿|百亿|千万|百万|[亿万千百]|(?:thousand|million|billion|trillion)\b|[kmb](?![a-z0-9]))?\s*(%|‰|percent\b|per cent\b|个百分点|成(?![立为员功本长]))?/g;
const HAN_NUMBER =
  /(百分之)?([零〇一二两三四五六七八九十百千万亿]{2,}|[二两三四五六七八九十](?=成(?![立为员功本长]))|(?<=百分之)[一二三四五六七八九十])(?:点([零一二三四五六七八九]+))?(成(?![立为员功本长]))?/g;
const APPROXIMATE_ORDINAL = /第[零〇一二两三四五六七八九十百\d]+/g;

/** Each figure as `value` or `value%`, months of dates as plain numbers. 一个 and 第一 are not figures. */
export function figuresIn(text: string): Set<string> {
  const plain = text.normalize("NFKC").toLowerCase().replace(APPROXIMATE_ORDINAL, " ");
  const found = new Set<string>();
  for (const match of plain.matchAll(DIGITS)) found.add(digitFigure(match));
  for (const match of plain.matchAll(HAN_NUMBER)) addHanFigure(match, found);
  for (const match of plain.matchAll(MONTH_NAME)) found.add(String(MONTHS.indexOf(match[1] ?? "") + 1));
  return found;
}

function digitFigure(match: RegExpMatchArray): string {
  const value = Number((match[2] ?? "").replaceAll(",", "")) * (MAGNITUDES[match[3] ?? ""] ?? 1);
  const suffix = match[4] ?? "";
  if (suffix === "成") return `${round(value * 10)}%`;
  if (suffix === "‰") return `${round(value / 10)}%`;
  return round(value) + (suffix !== "" || match[1] !== undefined ? "%" : "");
}

function addHanFigure(match: RegExpMatchArray, found: Set<string>): void {
  const whole = hanValue(match[2] ?? "");
  if (whole === null) return;
  const fraction = [...(match[3] ?? "")].map((digit) => HAN_DIGITS.indexOf(digit)).join("");
  const value = fraction === "" ? whole : Number(`${whole}.${fraction}`);
  if (match[4] !== undefined) found.add(`${round(value * 10)}%`);
  else found.add(round(value) + (match[1] !== undefined ? "%" : ""));
}

/** Value of a Chinese numeral such as 二十三 or 一万五千; a row of bare digits (二〇二四) reads digit by digit. */
function hanValue(numeral: string): number | null {
  const text = numeral.replaceAll("〇", "零").replaceAll("两", "二");
  if (![...text].some((character) => character in HAN_UNITS)) {
    return Number([...text].map((character) => HAN_DIGITS.indexOf(character)).join(""));
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const unit = HAN_UNITS[character];
    if (unit === undefined) {
      digit = HAN_DIGITS.indexOf(character);
      if (digit < 0) return null;
    } else if (unit >= 10_000) {
      total = (total + section + digit || 1) * unit;
      section = 0;
      digit = 0;
    } else {
      section += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + section + digit;
}

function round(value: number): string {
  return String(Number(value.toPrecision(12)));
}
