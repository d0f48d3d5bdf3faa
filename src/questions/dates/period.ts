/** Days from `from` to `to` (`YYYY-MM-DD`, inclusive; null is open) that stand in a text from `start` to `end`. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
  readonly start: number;
  readonly end: number;
}

export type Unit = "day" | "week" | "month" | "quarter" | "half" | "year";

/** Both ends known, and what it is one of. */
export interface Days {
  readonly from: string;
  readonly to: string;
  readonly unit: Unit;
}

/** A stretch of days as a text names it, before words like "since" open one of its ends. */
export type NamedDays = Days & {
  readonly start: number;
  readonly end: number;
  /** Both ends were named, so that "from" before it opens nothing. */
  readonly isClosed?: boolean;
};

const DAY_MS = 86_400_000;

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const textOf = (date: Date): string => date.toISOString().slice(0, 10);

export function addDays(day: string, count: number): string {
  return textOf(new Date(dateOf(day).getTime() + count * DAY_MS));
}

/** 31 March and a month less is the last of February. */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = partsOf(day);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return textOf(new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))));
}

export function partsOf(day: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

/** From 0, Monday. */
export const weekdayOf = (day: string): number => (dateOf(day).getUTCDay() + 6) % 7;

/** Months beyond December are of later years. */
function months(year: number, first: number, count: number, unit: Unit): Days {
  const from = textOf(new Date(Date.UTC(year, first - 1, 1)));
  return { from, to: addDays(addMonths(from, count), -1), unit };
}

export const yearOf = (year: number): Days => months(year, 1, 12, "year");
export const halfOf = (year: number, half: number): Days => months(year, 6 * half - 5, 6, "half");
export const quarterOf = (year: number, quarter: number): Days => months(year, 3 * quarter - 2, 3, "quarter");
export const monthOf = (year: number, month: number): Days => months(year, month, 1, "month");
export const dayOf = (day: string): Days => ({ from: day, to: day, unit: "day" });

/** null for the 31st of November. */
export function dateIn(year: number, month: number, day: number): Days | null {
  const text = textOf(new Date(Date.UTC(year, month - 1, day)));
  return partsOf(text)[2] === day ? dayOf(text) : null;
}

export function weekOf(day: string): Days {
  const from = addDays(day, -weekdayOf(day));
  return { from, to: addDays(from, 6), unit: "week" };
}

export function weekendOf(day: string): Days {
  const { from, to } = weekOf(day);
  return { from: addDays(from, 5), to, unit: "day" };
}

/** The unit that the day lies in, or one that many units later. */
export function unitAround(unit: Unit, day: string, offset: number): Days {
  const [year, month] = partsOf(day);
  switch (unit) {
    case "day":
      return dayOf(addDays(day, offset));
    case "week":
      return weekOf(addDays(day, 7 * offset));
    case "month":
      return monthOf(year, month + offset);
    case "quarter":
      return { ...months(year, 3 * Math.ceil(month / 3) - 2 + 3 * offset, 3, "quarter") };
    case "half":
      return { ...months(year, 6 * Math.ceil(month / 6) - 5 + 6 * offset, 6, "half") };
    case "year":
      return yearOf(year + offset);
  }
}

const SIZES: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 1, quarter: 3, half: 6, year: 12 };

/** So many units up to a day, itself among them: 最近两周 are fourteen days. */
export function lastUnits(unit: Unit, count: number, day: string): Days {
  const size = SIZES[unit] * count;
  const from = unit === "day" || unit === "week" ? addDays(day, 1 - size) : addMonths(day, -size);
  return { from, to: day, unit };
}

/** The first, middle or last part of a month, quarter, half or year. */
export function partOf({ from, to, unit }: Days, part: "early" | "mid" | "late"): Days {
  const [year, month] = partsOf(from);
  if (unit === "month") {
    if (part === "early") return { from, to: addDays(from, 9), unit: "day" };
    if (part === "mid") return { from: addDays(from, 10), to: addDays(from, 19), unit: "day" };
    return { from: addDays(from, 20), to, unit: "day" };
  }
  if (unit === "year") {
    if (part === "early") return months(year, 1, 2, "month");
    return part === "mid" ? months(year, 6, 2, "month") : months(year, 11, 2, "month");
  }
  const third = unit === "quarter" ? 1 : 2;
  if (unit === "quarter" || unit === "half")
    return months(year, month + third * { early: 0, mid: 1, late: 2 }[part], third, "month");
  if (unit === "week") {
    if (part === "early") return { from, to: addDays(from, 1), unit: "day" };
    return part === "mid"
      ? { from: addDays(from, 2), to: addDays(from, 3), unit: "day" }
      : { from: addDays(from, 4), to, unit: "day" };
  }
  return { from, to, unit };
}

/** The latest weekday (from 0, Monday) that is not after the day. */
export const latestWeekday = (weekday: number, day: string): string =>
  addDays(day, -((weekdayOf(day) - weekday + 7) % 7));

/** The first week of a month is its first seven days. */
export function weekInMonth(year: number, month: number, nth: number): Days {
  const whole = monthOf(year, month);
  const from = dateIn(year, month, 7 * nth - 6)?.from ?? whole.from;
  return { from, to: dateIn(year, month, 7 * nth)?.from ?? whole.to, unit: "day" };
}
