import { holidayOf, seasonOf } from "./holidays.ts";
import { YEAR_AND_MONTH, yearAndMonth } from "./numeric.ts";
import {
  addDays,
  type Days,
  dateIn,
  halfOf,
  lastUnits,
  latestWeekday,
  monthOf,
  partsOf,
  quarterOf,
  type Unit,
  unitAround,
  weekendOf,
  weekInMonth,
} from "./period.ts";

type Groups = Readonly<Record<string, string | undefined>>;

export interface OwnForm {
  readonly pattern: RegExp;
  read(groups: Groups, today: string): Days | null;
}

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const COUNT = `\\d{1,3}|${NUMBERS.slice(1).join("|")}|an?|(?:a )?few|several|(?:a )?couple(?: of)?`;
const MONTHS = "january february march april may june july august september october november december".split(" ");
const UNIT = "(?<unit>day|week|month|quarter|year)";
const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};
const A_FEW = 3;
const FEW_DAYS = 7;

const unitOf = ({ unit = "day" }: Groups): Unit => unit.toLowerCase() as Unit;

function countOf({ count, unit }: Groups): number {
  const words = count?.toLowerCase() ?? "";
  if (words === "" || words === "a" || words === "an") return 1;
  if (/few|several/.test(words)) return unit?.toLowerCase() === "day" ? FEW_DAYS : A_FEW;
  if (/couple/.test(words)) return 2;
  const index = NUMBERS.indexOf(words);
  return index < 0 ? Number(words) : index;
}

/** Of this year, or of the last when it would not have begun yet. */
function latest(year: string | undefined, today: string, ofYear: (year: number) => Days | null): Days | null {
  if (year !== undefined) return ofYear(Number(year));
  const [now] = partsOf(today);
  const days = ofYear(now);
  return days === null || days.from <= today ? days : ofYear(now - 1);
}

function yearBy(groups: Groups, today: string): string | undefined {
  if (groups.year !== undefined) return groups.year;
  const [now] = partsOf(today);
  if (groups.near === undefined) return undefined;
  return String(/last/i.test(groups.near) ? now - 1 : now);
}

const form = (pattern: string, read: OwnForm["read"]): OwnForm => ({ pattern: new RegExp(pattern, "gi"), read });
const IN_YEAR = "(?:,? (?:of |in )?(?<year>(?:19|20)\\d{2})|,? (?:of )?(?<near>last|this) year)?";

/** What chrono does not know or reads as one day, longest first. */
export const ENGLISH_FORMS: readonly OwnForm[] = [
  form("\\bhalf a year ago\\b", (_, today) => unitAround("month", today, -6)),
  { pattern: YEAR_AND_MONTH, read: yearAndMonth },
  // Alone, chrono takes it for the verb.
  {
    pattern: /(?<=\b(?:between|from|since|until|before|after|through|to|and|of|early|late|mid)[ -])May\b(?![ ,]*\d)/g,
    read: (_, today) => latest(undefined, today, (year) => monthOf(year, 5)),
  },
  form("\\b(?<year>20\\d{2})[ -]?q(?<quarter>[1-4])\\b", quarter),
  form("\\b(?<year>20\\d{2})[ -]?h(?<half>[12])\\b", half),
  form("\\bthe (?<unit>week|month|quarter|year) before last\\b", (groups, today) =>
    unitAround(unitOf(groups), today, -2),
  ),
  form("\\b(?:the )?weekend before last\\b", (_, today) => lastWeekend(today, 1)),
  form("\\b(?<which>last|past|this|the) weekend\\b", ({ which }, today) =>
    /this/i.test(which ?? "") ? weekendOf(today) : lastWeekend(today, 0),
  ),
  form(`\\b(?:the )?(?:last|past|previous|recent) (?<count>${COUNT}) ${UNIT}s?\\b`, (groups, today) =>
    lastUnits(unitOf(groups), countOf(groups), today),
  ),
  form(`\\b(?:over|in|within|during|for) the (?:past|last) ${UNIT}\\b(?! of)`, (groups, today) =>
    lastUnits(unitOf(groups), 1, today),
  ),
  form(`\\b(?:the )?past ${UNIT}\\b`, (groups, today) => lastUnits(unitOf(groups), 1, today)),
  form(`\\bwithin (?:the )?(?:last )?(?<count>${COUNT}) ${UNIT}s?\\b`, (groups, today) =>
    lastUnits(unitOf(groups), countOf(groups), today),
  ),
  form(`\\b(?<count>${COUNT}) ${UNIT}s? (?:ago|back|earlier)\\b`, (groups, today) =>
    unitAround(unitOf(groups), today, -countOf(groups)),
  ),
  form("\\b(?:the )?(?:last|past) half[- ]year\\b|\\b(?:the )?past six months\\b", (_, today) =>
    lastUnits("month", 6, today),
  ),
  form("\\bthis time last year\\b|\\bthe same (?:time|month) last year\\b", (_, today) =>
    unitAround("month", today, -12),
  ),
  form(`\\b(?:last|previous) (?<unit>week|month|quarter|year)\\b(?! of)`, (groups, today) =>
    unitAround(unitOf(groups), today, -1),
  ),
  form(
    `\\b(?:this|current) (?<unit>week|month|quarter|year)\\b|\\b(?<unit2>year|month) to date\\b`,
    ({ unit, unit2 }, today) => unitAround(unitOf({ unit: unit ?? unit2 }), today, 0),
  ),
  form(`\\b(?:next|coming) (?<unit>week|month|quarter|year)\\b`, (groups, today) =>
    unitAround(unitOf(groups), today, 1),
  ),
  form(`\\blast (?<month>${MONTHS.join("|")})\\b(?! \\d)`, ({ month = "" }, today) => {
    const [year, now] = partsOf(today);
    const number = MONTHS.indexOf(month.toLowerCase()) + 1;
    return monthOf(number < now ? year : year - 1, number);
  }),
  form(
    `\\b(?:between |from )?(?<first>\\d{1,2})(?:st|nd|rd|th)? ?(?:and|to|-|–) ?(?<last>\\d{1,2})(?:st|nd|rd|th)? (?<month>${MONTHS.join("|")})(?: (?<year>(?:19|20)\\d{2}))?\\b`,
    daysInMonth,
  ),
  form(
    `\\b(?:the )?(?<nth>first|second|third|fourth|last) week (?:of|in) (?<month>${MONTHS.join("|")})(?:,? (?<year>(?:19|20)\\d{2}))?\\b`,
    weekNamed,
  ),
  form("\\b(?:the )?day before yesterday\\b", (_, today) => unitAround("day", today, -2)),
  form(`\\bq(?<quarter>[1-4])${IN_YEAR}(?!\\w)`, quarter),
  form(`\\b(?:the )?(?<word>first|second|third|fourth|1st|2nd|3rd|4th|last) quarter${IN_YEAR}`, quarter),
  form(`\\bh(?<half>[12])${IN_YEAR}(?!\\w)`, half),
  form(
    "\\b(?:the )?(?<word>first|second) half(?: of (?:the year|(?<year>(?:19|20)\\d{2})|(?<near>last|this) year)| (?<year2>(?:19|20)\\d{2}))(?!\\w)",
    half,
  ),
  form(
    `\\b(?:(?<near2>last|this|next) )?(?:in (?:the )?|the )?(?<season>spring|summer|autumn|winter)(?! (?:palace|olympics|festival|break))${IN_YEAR}\\b|\\b(?:(?<near3>last|this) |the |in )(?<fall>fall)${IN_YEAR.replaceAll("year>", "year3>").replaceAll("near>", "near4>")}\\b`,
    ({ season, fall, near, near2, near3, near4, year, year3 }, today) => {
      const ofYear = (wanted: number) => seasonOf((season ?? fall ?? "").toLowerCase(), wanted);
      const said = year ?? year3 ?? yearBy({ near: near ?? near4 }, today);
      // "Last summer" in January is the one before; in September too, when another has passed.
      return /last/i.test(near2 ?? near3 ?? "") ? latestEnded(today, ofYear) : latest(said, today, ofYear);
    },
  ),
  form(
    `\\b(?<holiday>christmas eve|christmas(?: day)?|(?:chinese|lunar) new year|new year's(?: day)?|spring festival|valentine's day|halloween|singles['’]? day|national day|may day)${IN_YEAR}\\b`,
    ({ holiday = "", ...groups }, today) =>
      latest(yearBy(groups, today), today, (year) => holidayOf(holiday.toLowerCase(), year)),
  ),
  form("\\b(?:in )?the (?<decade>(?:19|20)\\d0)s\\b", ({ decade }) => ({
    from: `${decade}-01-01`,
    to: `${Number(decade) + 9}-12-31`,
    unit: "year",
  })),
];

function weekNamed({ nth = "", month = "", year }: Groups, today: string): Days | null {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return latest(year, today, (wanted) => {
    const { to } = monthOf(wanted, number);
    if (nth.toLowerCase() === "last") return { from: addDays(to, -6), to, unit: "day" };
    return weekInMonth(wanted, number, QUARTERS[nth.toLowerCase()] ?? 1);
  });
}

function daysInMonth({ first, last, month = "", year }: Groups, today: string): Days | null {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return latest(year, today, (wanted) => {
    const [from, to] = [dateIn(wanted, number, Number(first)), dateIn(wanted, number, Number(last))];
    return from === null || to === null ? null : { from: from.from, to: to.to, unit: "day" };
  });
}

function quarter({ quarter: digit, word = "", ...groups }: Groups, today: string): Days | null {
  const number = digit === undefined ? (/last/i.test(word) ? 4 : (QUARTERS[word.toLowerCase()] ?? 0)) : Number(digit);
  return latest(yearBy(groups, today), today, (year) => quarterOf(year, number));
}

function half({ half: digit, word, year2, ...groups }: Groups, today: string): Days | null {
  const number = digit === undefined ? (word?.toLowerCase() === "first" ? 1 : 2) : Number(digit);
  return latest(year2 ?? yearBy(groups, today), today, (year) => halfOf(year, number));
}

function latestEnded(today: string, ofYear: (year: number) => Days | null): Days | null {
  const [now] = partsOf(today);
  const days = ofYear(now);
  return days === null || days.to < today ? days : ofYear(now - 1);
}

/** On a Sunday the last weekend is the one before this. */
function lastWeekend(today: string, before: number): Days {
  const sunday = latestWeekday(6, addDays(today, -1));
  return weekendOf(addDays(sunday, -7 * before));
}
