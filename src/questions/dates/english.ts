import * as chrono from "chrono-node/en";
import { ENGLISH_FORMS } from "./english-forms.ts";
import {
  type Days,
  dateIn,
  dayOf,
  latestWeekday,
  monthOf,
  type NamedDays,
  partOf,
  partsOf,
  weekOf,
  yearOf,
} from "./period.ts";

/** Stretches of days that an English text names, in order: forms of our own, and chrono for all that a calendar has. */
export function namedInEnglish(text: string, today: string): NamedDays[] {
  const named: NamedDays[] = [];
  let rest = text;
  const take: Take = (days, start, end) => {
    if (days === null) return;
    named.push(withPart({ ...days, start, end }, text));
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  };
  for (const { pattern, read } of ENGLISH_FORMS)
    for (const match of rest.matchAll(pattern))
      take(read(match.groups ?? {}, today), match.index, match.index + match[0].length);
  if (CALENDAR.test(rest))
    for (const result of chrono.parse(rest.replace(/\bend of\b/gi, "      "), noonOf(today)))
      if (!isPlainWord(result, rest)) takeChrono(result, today, take);
  for (const match of rest.matchAll(YEAR)) take(yearOf(Number(match[0])), match.index, match.index + 4);
  return named.sort((a, b) => a.start - b.start);
}

/** Without any of these chrono need not be asked. */
const CALENDAR =
  /\d|day|month|week|year|tomorrow|morning|evening|night|noon|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
/** Not a price, a count or a model's number. */
const YEAR =
  /(?<![\d.,$€£¥#]|(?<!\bmid)-)(?:19[5-9]|20[0-4])\d(?![\d%]|,\d|\.\d|\s?(?:million|billion|thousand|users|people|k\b|m\b|x\b))/g;

/** "a march on the city": such words are months only where a preposition says so. */
const isPlainWord = ({ index, text }: Parsed, whole: string): boolean =>
  /^(?:march|mar|may|sat|sun|dec)$/.test(text) &&
  !/\b(?:in|since|of|from|before|after|until|till|by|last|this|next|to|through|and|between|early|late|mid)[ -]$/i.test(
    whole.slice(0, index),
  );

const noonOf = (day: string) => ({ instant: new Date(`${day}T12:00:00Z`), timezone: 0 });

type Take = (days: (Days & Pick<NamedDays, "isClosed">) | null, start: number, end: number) => void;
type Parsed = ReturnType<typeof chrono.parse>[number];
type Components = Parsed["start"];

function takeChrono({ index, text, start, end }: Parsed, today: string, take: Take): void {
  const first = daysOf(start, today, text);
  // "Dec 3-5" is one stretch; its second end is as exact as its first.
  const last = end == null ? first : daysOf(end, today, text);
  if (first === null || last === null) return;
  const begins = first.from <= last.from ? first : yearEarlier(first);
  take(
    { ...begins, to: last.to, unit: end == null ? first.unit : "day", isClosed: end != null },
    index,
    index + text.length,
  );
}

function daysOf(components: Components, today: string, text: string): Days | null {
  const [year, month, day] = [components.get("year"), components.get("month"), components.get("day")];
  if (year === null || month === null || day === null) return null;
  const exact = dateIn(year, month, day);
  if (exact === null) return null;
  if (components.isCertain("weekday") && !components.isCertain("day"))
    return dayOf(
      /\bnext|\bthis/i.test(text) ? exact.from : latestWeekday((Number(components.get("weekday")) + 6) % 7, today),
    );
  const days =
    components.isCertain("day") || isTimeOfDay(text)
      ? exact
      : components.isCertain("month")
        ? monthOf(year, month)
        : components.isCertain("year")
          ? yearOf(year)
          : null;
  if (days === null || components.isCertain("year") || isTimeOfDay(text)) return days;
  return latestPast(days, today);
}

const isTimeOfDay = (text: string): boolean =>
  /^(?:this morning|this afternoon|this evening|tonight|today|yesterday|tomorrow)/i.test(text);

/** A date without its year is the latest that has begun. */
function latestPast(days: Days, today: string): Days {
  const [year, month, day] = partsOf(days.from);
  const now = partsOf(today)[0];
  const isToCome = `${now}${days.from.slice(4)}` > today;
  const wanted = isToCome ? now - 1 : now;
  if (wanted === year) return days;
  return days.unit === "month" ? monthOf(wanted, month) : (dateIn(wanted, month, day) ?? days);
}

const yearEarlier = (days: Days): Days => {
  const [year, month, day] = partsOf(days.from);
  return dateIn(year - 1, month, day) ?? days;
};

const PARTS = [
  ["early", /(?:\bearly(?: in)?|\b(?:the )?(?:beginning|start) of)[ -](?:the )?$/i],
  ["mid", /(?:\bmid|\b(?:the )?middle of)[ -](?:the )?$/i],
  ["late", /(?:\blate(?: in)?|\b(?:the )?end of)[ -](?:the )?$/i],
] as const;
const WEEK_OF = /\b(?:the )?week (?:of|beginning|starting) $/i;
const HALF_OF = /\b(?:the )?(first|second) half of (?:the )?$/i;

/** "early December", "the week of Dec 2". */
function withPart(named: NamedDays, text: string): NamedDays {
  const before = text.slice(0, named.start);
  const week = WEEK_OF.exec(before);
  if (week !== null && named.unit === "day") return { ...named, ...weekOf(named.from), start: week.index };
  const half = HALF_OF.exec(before);
  if (half !== null) return { ...named, ...halved(named, half[1] === "first"), start: half.index };
  for (const [part, words] of PARTS) {
    const match = words.exec(before);
    if (match !== null && named.unit !== "day") return { ...named, ...partOf(named, part), start: match.index };
  }
  return named;
}

function halved(days: Days, isFirst: boolean): Days {
  const [year, month] = partsOf(days.from);
  if (days.unit === "year") {
    const to = monthOf(year, 6).to;
    return isFirst ? { ...days, to, unit: "half" } : { ...days, from: monthOf(year, 7).from, unit: "half" };
  }
  if (days.unit !== "month") return days;
  const middle = dateIn(year, month, 15)?.from ?? days.to;
  const next = dateIn(year, month, 16)?.from ?? days.from;
  return isFirst ? { ...days, to: middle, unit: "day" } : { ...days, from: next, unit: "day" };
}
