import { hanValue } from "./han-numerals.ts";
import { RELATIVE_DATES, type Relative } from "./relative-dates.ts";
import { HAN_UNIT_PATTERN } from "./units.ts";

/** A date as far as a text spells it, and where it stands in the (NFKC) text. */
export interface DateMention {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly quarter?: number | undefined;
  readonly half?: number | undefined;
  /** First year of a decade (1990), and ordinal of a century (20). */
  readonly decade?: number | undefined;
  readonly century?: number | undefined;
  /** From 0, Sunday. */
  readonly weekday?: number | undefined;
  /** 昨天, last week: counted from the article's day. */
  readonly relative?: Relative | undefined;
  readonly start: number;
  readonly end: number;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const DAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const HAN_DAYS = "日一二三四五六";
const MONTH = `(?<!long )(?<monthName>${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join("|")}|sept)\\b\\.?`;
const N = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
const YEAR = "\\d{4}|[一二][零〇一二三四五六七八九]{3}";
const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
};
const HALVES: Readonly<Record<string, number>> = { 上: 1, 下: 2, first: 1, second: 2 };

/** Longest forms first: each match is taken out of the text before the next form is tried. */
const FORMS: readonly RegExp[] = [
  /(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/g,
  new RegExp(`(?<year>${YEAR})\\s?年\\s?(?<month>${N})\\s?月(?:\\s?(?<day>${N})\\s?[日号])?`, "g"),
  new RegExp(`(?<year>${YEAR})\\s?年?\\s?(?:第(?<quarter>[一二三四1-4])|(?<quarterA>[一二三四]))季度?`, "g"),
  /(?<year>\d{4})\s?年(?<half>[上下])半年/g,
  /(?:q(?<quarter>[1-4])|(?:the )?(?<quarterB>first|second|third|fourth)[- ]quarter)(?:\s+(?:of\s+)?(?<year>\d{4}))?/g,
  /\b(?<year>\d{4})\s?q(?<quarter>[1-4])/g,
  /(?:h(?<half>[12])|(?:the )?(?<halfA>first|second) half)\s+(?:of\s+)?(?<year>\d{4})/g,
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(?<year>\\d{4}))?(?!\\d)`, "g"),
  new RegExp(`\\b${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d%])(?:,?\\s+(?<year>\\d{4})(?!\\d))?`, "g"),
  new RegExp(`\\b${MONTH},?\\s+(?:of\\s+)?(?<year>\\d{4})(?!\\d)`, "g"),
  new RegExp(`(?<month>${N})\\s?月(?:份)?\\s?(?<day>${N})\\s?[日号]`, "g"),
  /(?<decade>\d{3}0)\s?(?:年代|['’]?s\b)/g,

  /(?<![\d第])(?<century>\d{1,2})(?=\s?(?:和|至|到|、|-)\s?\d{1,2}世纪)|\b(?<century2>\d{1,2})(?:st|nd|rd|th)?(?= (?:and|to|or) (?:the )?\d{1,2}(?:st|nd|rd|th) centur)/g,
  /(?:(?<century>\d{1,2}|[一二]?十[一二三四五六七八九]?)\s?世纪|\b(?<century2>\d{1,2})(?:st|nd|rd|th)[- ]centur(?:y|ies))(?:\s?(?<decade2>[1-9]0|[一二三四五六七八九]十)\s?年代)?/g,
  /(?<!\d)(?<decade>[1-9]0)年代|(?<decadeHan>[一二三四五六七八九]十)年代/g,
  new RegExp(`(?<!\\d\\.?)(?<year>${YEAR}|公元前?\\s?\\d{1,4})\\s?(?:财年|年(?!代))`, "g"),
  /(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九](?=月份|月初|月底|月中|月[，。的]))\s?月(?!球|壤|面|亮|背)/g,
  /(?:第(?<quarter>[一二三四1-4])|(?<quarterA>[一二三四]))季度/g,
  /(?<=[至到和、,-]\s?|^|[^\d.第])(?<day>\d{1,2})日(?![本元])/g,
];
const NAMED_MONTH = new RegExp(`\\b(?<near>last|this|next) ${MONTH}(?! \\d)`, "g");
const NEAR: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const CASED_MONTH = /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/g;
const YEAR_RANGE = /(?<!\d)((?:1[0-9]|20)\d{2})\s?[-–—]\s?(\d{2}|(?:1[0-9]|20)\d{2})(?![\d-])(?:\s?年(?!代))?/g;
const WEEKDAY = new RegExp(`(?:周|星期|礼拜)(?<weekday>[${HAN_DAYS}天])|\\b(?<name>${DAYS.join("|")})\\b`, "g");
const BARE_YEAR = new RegExp(
  `(?<![\\d.,$€£¥-])(?:1[5-9]|20)\\d{2}(?![\\d%多余几]|,\\d|\\.\\d|[-–]?\\s?(?:[a-z]*(?:[万亿千百个美公]|${HAN_UNIT_PATTERN}|million|billion|thousand|k\\b|m\\b)))`,
  "g",
);

/** Every date of the text, relative ones too, in order. `text` keeps its case: "May" is a month, "may" is not. */
export function datesIn(text: string): DateMention[] {
  const found: DateMention[] = [];
  let rest = text
    .replace(/\bmay\b/g, "\ufffc\ufffc\ufffc")
    .replace(/\bmar\b|\bdec\b/g, "\ufffc\ufffc\ufffc")
    .toLowerCase();
  const take = (mention: DateMention) => {
    found.push(mention);
    rest = rest.slice(0, mention.start) + " ".repeat(mention.end - mention.start) + rest.slice(mention.end);
  };
  for (const match of rest.matchAll(YEAR_RANGE)) takeRange(match, take);
  for (const match of rest.matchAll(NAMED_MONTH)) take({ ...readForm(match), relative: nearRelative(match) });
  for (const form of FORMS) for (const match of rest.matchAll(form)) takeValid(readForm(match), take);
  for (const { pattern, relative } of RELATIVE_DATES)
    for (const match of rest.matchAll(pattern)) take({ relative, weekday: weekdayOf(match), ...placeOf(match) });
  for (const match of text.matchAll(CASED_MONTH))
    if (rest.slice(match.index, match.index + 3).trim() !== "" && isMonthUse(text, match))
      take({ month: MONTHS.indexOf((match[1] ?? "").toLowerCase()) + 1, ...placeOf(match) });
  for (const match of rest.matchAll(BARE_YEAR)) take({ year: Number(match[0]), ...placeOf(match) });
  for (const match of rest.matchAll(WEEKDAY)) take({ weekday: weekdayOf(match), ...placeOf(match) });
  return found.sort((a, b) => a.start - b.start);
}

/** 1623-25 names two years. */
function takeRange(match: RegExpExecArray, take: (mention: DateMention) => void): void {
  const [whole, from = "", to = ""] = match;
  const until = Number(from.slice(0, 4 - to.length) + to);
  if (until < Number(from)) return;
  take({ year: Number(from), start: match.index, end: match.index + 4 });
  take({ year: until, start: match.index + 4, end: match.index + whole.length });
}

const nearRelative = (match: RegExpExecArray): Relative => ({
  unit: "named-month",
  offset: NEAR[match.groups?.near ?? ""] ?? 0,
});

const placeOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });

/** "May" and "March" at the head of a sentence are mostly a verb. */
function isMonthUse(text: string, match: RegExpExecArray): boolean {
  return (
    !/^(?:May|March)$/.test(match[0]) ||
    /\b(?:in|by|since|until|from|last|of|through|to|and|early|late|mid|next|this)[ -]$/i.test(
      text.slice(0, match.index),
    )
  );
}

function weekdayOf(match: RegExpExecArray): number | undefined {
  const { weekday, name } = match.groups ?? {};
  if (weekday === undefined && name === undefined) return undefined;
  return name === undefined ? HAN_DAYS.indexOf((weekday ?? "").replace("天", "日")) : DAYS.indexOf(name);
}

function takeValid(mention: DateMention, take: (mention: DateMention) => void): void {
  const { month, day } = mention;
  if (month !== undefined && (month < 1 || month > 12)) return;
  if (day !== undefined && (day < 1 || day > 31)) return;
  take(mention);
}

function readForm(match: RegExpExecArray): DateMention {
  const {
    year,
    month,
    day,
    monthName,
    quarter,
    quarterA,
    quarterB,
    half,
    halfA,
    decade,
    decadeHan,
    decade2,
    century,
    century2,
  } = match.groups ?? {};
  const centuryNumber = number(century ?? century2);
  const decadeInCentury = number(decade2);
  return {
    year: yearOf(year),
    month:
      monthName === undefined ? number(month) : MONTHS.findIndex((name) => name.startsWith(monthName.slice(0, 3))) + 1,
    day: number(day),
    quarter: quarterOf(quarter ?? quarterA ?? quarterB),
    half: half === undefined && halfA === undefined ? undefined : (HALVES[half ?? halfA ?? ""] ?? number(half)),
    decade:
      decadeInCentury !== undefined && centuryNumber !== undefined
        ? (centuryNumber - 1) * 100 + decadeInCentury
        : number(decade ?? decadeHan),
    century: decadeInCentury === undefined ? centuryNumber : undefined,
    ...placeOf(match),
  };
}

const quarterOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : (QUARTERS[word] ?? number(word));

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = number(text.replace(/^公元前?\s?/, "")) ?? 0;
  return text.startsWith("公元前") ? -value : value;
}

function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /\d/.test(text) ? Number(text) : (hanValue(text) ?? undefined);
}
