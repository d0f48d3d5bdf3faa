import { type Days, dateIn, dayOf, halfOf, latestWeekday, monthOf, partsOf, quarterOf, yearOf } from "./period.ts";
import { type datesIn, resolveRelative } from "./readers.ts";

type Mention = ReturnType<typeof datesIn>[number];

/** The days of a date as far as it is spelt; `near` (去年 before 12月) lends what it leaves out, else it is the latest that is past. */
export function daysOfMention(mention: Mention, near: Days | null, today: string): Days | null {
  const { year, month, day, quarter, half, decade, century, relative, weekday } = mention;
  if (century !== undefined) return null;
  if (relative !== undefined) return ofRelative(mention, today);
  if (decade !== undefined) return ofDecade(decade);
  if (weekday !== undefined) return dayOf(latestWeekday((weekday + 6) % 7, today));
  if (day !== undefined && month === undefined && year === undefined) return ofDay(day, near, today);
  const known = { year: year ?? yearFor(mention, near, today), quarter, half, month, day };
  return known.year < 1 ? null : ofComponents(known);
}

function ofRelative(mention: Mention, today: string): Days | null {
  if (mention.relative === undefined) return null;
  const [first = null, last = first] = resolveRelative(mention.relative, today, mention).map(ofComponents);
  if (first === null || last === null) return null;
  return first === last ? first : { from: first.from, to: last.to, unit: "week" };
}

function ofDecade(decade: number): Days {
  const first = decade < 100 ? (decade >= 30 ? 1900 : 2000) + decade : decade;
  return { from: yearOf(first).from, to: yearOf(first + 9).to, unit: "year" };
}

function ofDay(day: number, near: Days | null, today: string): Days | null {
  const [year, month] = partsOf(near?.from ?? today);
  const date = dateIn(year, month, day);
  return near !== null || date === null || date.from <= today ? date : dateIn(year, month - 1, day);
}

function yearFor({ month, quarter, half, day }: Mention, near: Days | null, today: string): number {
  const [year, now, date] = partsOf(today);
  if (near !== null) return partsOf(near.from)[0];
  if (month !== undefined) return month > now || (month === now && (day ?? 0) > date) ? year - 1 : year;
  if (quarter !== undefined) return quarter > Math.ceil(now / 3) ? year - 1 : year;
  return half !== undefined && half > Math.ceil(now / 6) ? year - 1 : year;
}

interface Components {
  readonly year?: number | undefined;
  readonly half?: number | undefined;
  readonly quarter?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

function ofComponents({ year, half, quarter, month, day }: Components): Days | null {
  if (year === undefined) return null;
  if (month !== undefined) return day === undefined ? monthOf(year, month) : dateIn(year, month, day);
  if (quarter !== undefined) return quarterOf(year, quarter);
  return half === undefined ? yearOf(year) : halfOf(year, half);
}
