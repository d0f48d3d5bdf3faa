import type { DateMention } from "./dates.ts";
import { hanValue } from "./han-numerals.ts";
import { WORDS, wordValue } from "./number-words.ts";
import type { ResolvedDate } from "./resolve-dates.ts";

/** A time told by its distance from another: 三年后, 次年, "two months later", "five years ago". */
interface Interval {
  readonly count: number;
  readonly unit: "year" | "month" | "day";
  /** What it counts from: the date told before it, the one behind it ("a decade after the 1973 crisis"), or the article's day. */
  readonly from: "text" | "next" | "article";
  readonly start: number;
  readonly end: number;
}

const NUMBERS = [...WORDS.slice(1), "twenty"];
const COUNT = `(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3})`;
const WORD = `(?<count>\\d{1,3}|an?|${NUMBERS.join("|")})`;
const HAN_UNIT = "(?<unit>年|个月|天|日|周|个?星期)";
const UNIT = "(?<unit>year|month|week|day|decade)s?";

const FORMS: readonly (readonly [pattern: string, from: Interval["from"], sign: 1 | 0 | -1])[] = [
  [`(?<![\\d数几第十])${COUNT}\\s?${HAN_UNIT}(?:之后|以后|后)`, "text", 1],
  ["(?:次|翌|转|隔|第二)(?<unit>年|月|日|天)", "text", 1],
  ["(?:同|当|那)一?(?<unit>年|月|日|天)", "text", 0],
  ["(?:前一|上一)(?<unit>年|天)", "text", -1],
  [`(?<![\\d数几第十])${COUNT}\\s?${HAN_UNIT}(?:之前|以前|前)`, "article", -1],
  [`\\b${WORD}\\s${UNIT} (?:later|afterwards)`, "text", 1],
  [`\\bthe (?:following|next) (?<unit>year|month|day)`, "text", 1],
  [`\\b${WORD}\\s${UNIT} after(?= \\w)`, "next", 1],
  ["\\bthe (?:year|month|day) after", "text", 1],
  ["\\b(?:(?:the|that) same|that) (?<unit>year|month|day)", "text", 0],
  [`\\b${WORD}\\s${UNIT} earlier`, "text", -1],
  ["\\bthe previous (?<unit>year|month|day)", "text", -1],
  [`\\b${WORD}\\s${UNIT} ago`, "article", -1],
];
const PATTERNS = FORMS.map(([pattern, from, sign]) => ({ pattern: new RegExp(pattern, "giu"), from, sign }));
/** Of units that are told in others: weeks in days, decades in years. */
const SIZE: Readonly<Record<string, number>> = { 周: 7, 星期: 7, 个星期: 7, week: 7, decade: 10 };

function intervalsIn(text: string): Interval[] {
  return PATTERNS.flatMap(({ pattern, from, sign }) =>
    [...text.matchAll(pattern)].map((match): Interval => {
      const { count, unit = "year" } = match.groups ?? {};
      const word = unit.toLowerCase();
      const kind = /年|year|decade/.test(word) ? "year" : /月|month/.test(word) ? "month" : "day";
      const distance = sign * (SIZE[word] ?? 1) * (count === undefined ? 1 : countOf(count));
      return { count: distance, unit: kind, from, start: match.index, end: match.index + match[0].length };
    }),
  );
}

function countOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return /^\p{Script=Han}/u.test(word) ? (hanValue(word) ?? 1) : (wordValue(undefined, word.toLowerCase()) ?? 1);
}

/**
 * The dates that intervals of a text come to. `before` is the latest date told before the text, `articleDay` (`YYYY-MM-DD`)
 * what "ago" counts from; an interval that counts from nothing known is left out.
 */
export function datesByInterval(
  text: string,
  dates: readonly ResolvedDate[],
  before: ResolvedDate["readings"][number] | null,
  articleDay: string | null,
): ResolvedDate[] {
  return intervalsIn(text).flatMap((interval) => {
    const told = dates.filter(({ mention }) => mention.end <= interval.start).at(-1)?.readings[0] ?? before;
    const behind = dates.find(({ mention }) => mention.start >= interval.end)?.readings[0] ?? null;
    const bases = { text: [told], next: [behind], article: [readingOf(articleDay), told] }[interval.from];
    const readings = bases.flatMap((base) => (base == null ? [] : (shifted(base, interval) ?? [])));
    const next = dates.find(({ mention }) => mention.start >= interval.end && mention.start - interval.end <= 2);
    return readings.flatMap((reading) => [
      resolved(interval, reading),
      ...(next === undefined || next.mention.year !== undefined || interval.unit !== "year"
        ? []
        : [resolved(next.mention, { ...partOf(next.mention), year: reading.year })]),
    ]);
  });
}

type Reading = ResolvedDate["readings"][number];

const resolved = ({ start, end }: Pick<DateMention, "start" | "end">, reading: Reading): ResolvedDate => ({
  mention: { ...reading, start, end },
  readings: [reading],
});

const partOf = ({ month, day }: DateMention): Reading => ({ month, day });

function readingOf(day: string | null): Reading | null {
  if (day === null) return null;
  const [year, month, date] = day.split("-").map(Number);
  return { year, month, day: date };
}

/** As exact as the unit: years keep only the year. */
function shifted({ year, month, day }: Reading, { unit, count }: Interval): Reading | null {
  if (year === undefined) return null;
  if (unit === "year") return { year: year + count };
  if (month === undefined) return null;
  if (unit === "month") return yearAndMonth(new Date(Date.UTC(year, month - 1 + count, 1)));
  if (day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day + count));
  return { ...yearAndMonth(date), day: date.getUTCDate() };
}

const yearAndMonth = (date: Date): Reading => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 });
