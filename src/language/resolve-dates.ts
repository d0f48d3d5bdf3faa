import type { DateMention } from "./dates.ts";
import { type Resolved, resolveRelative } from "./relative-dates.ts";

/** A date of the cited text with all that its surroundings say of it. */
export interface ResolvedDate {
  readonly mention: DateMention;
  /** What it may stand for; usually one. */
  readonly readings: readonly Reading[];
}

type Reading = Resolved & Pick<DateMention, "half" | "decade" | "century" | "weekday">;
const COMPONENTS = ["year", "month", "day", "quarter", "half", "decade", "century", "weekday"] as const;

/**
 * Fills in what a date leaves out: the year and month from the date before it (去年12月; 6月2日至7日), then from the latest
 * year named earlier in the passage, then from the article's day, of which the nearest occurrence counts.
 */
export function resolveDates(
  dates: readonly DateMention[],
  earlierYear: number | null,
  articleDay: string | null,
): ResolvedDate[] {
  const resolved: ResolvedDate[] = [];
  let previous: Reading = {};
  for (const mention of dates) {
    const readings =
      mention.relative === undefined
        ? complete(mention, previous, earlierYear, articleDay)
        : relative(mention, articleDay);
    resolved.push({ mention, readings });
    previous = readings[0] ?? previous;
  }
  return resolved;
}

function relative(mention: DateMention, articleDay: string | null): Reading[] {
  if (articleDay === null || mention.relative === undefined) return [];
  return [...resolveRelative(mention.relative, articleDay, mention)];
}

function complete(
  mention: DateMention,
  previous: Reading,
  earlierYear: number | null,
  articleDay: string | null,
): Reading[] {
  const { start: _, end: __, relative: ___, ...own } = mention;
  const month = own.month ?? (own.day === undefined ? undefined : (previous.month ?? monthOf(articleDay)));
  const known: Reading = month === undefined ? own : { ...own, month };
  const needsYear =
    known.year === undefined && (known.month !== undefined || known.quarter !== undefined || known.half !== undefined);
  if (known.weekday !== undefined && articleDay !== null) return [known, ...weekdaysNear(known.weekday, articleDay)];
  if (!needsYear) return [known];
  const years = [previous.year ?? earlierYear, nearestYear(known, articleDay)].filter((year) => year != null);
  return years.length === 0 ? [known] : [...new Set(years)].map((year) => ({ ...known, year }));
}

const monthOf = (day: string | null): number | undefined => (day === null ? undefined : Number(day.slice(5, 7)));

/** "On Tuesday" is mostly the last one before the article, or its own day. */
function weekdaysNear(weekday: number, articleDay: string): Reading[] {
  const today = new Date(`${articleDay}T00:00:00Z`);
  const back = (today.getUTCDay() - weekday + 7) % 7;
  const date = new Date(today.getTime() - back * 86_400_000);
  return [{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday }];
}

function nearestYear({ month, quarter, half }: Reading, articleDay: string | null): number | null {
  if (articleDay === null) return null;
  const [year = 0, now = 1] = articleDay.split("-").map(Number);
  const then = month ?? (quarter !== undefined ? quarter * 3 - 1 : half !== undefined ? half * 6 - 3 : now);
  if (then - now > 6) return year - 1;
  return now - then > 6 && month !== undefined && now === 12 && then === 1 ? year + 1 : year;
}

/** Does the claim's date say nothing that the cited date does not say? Relative words count from the article's day. */
export function datesAgree(claimed: DateMention, cited: ResolvedDate, articleDay: string | null): boolean {
  if (claimed.relative !== undefined) {
    const same = cited.mention.relative;
    if (same !== undefined)
      return (
        same.unit === claimed.relative.unit &&
        same.offset === claimed.relative.offset &&
        within({ weekday: claimed.weekday }, cited.mention)
      );
    return relative(claimed, articleDay).some((reading) => cited.readings.some((other) => within(reading, other)));
  }
  return cited.readings.some((reading) => within(claimed, reading));
}

function within(claimed: Partial<Reading>, cited: Partial<Reading>): boolean {
  return COMPONENTS.every((component) => {
    const value = claimed[component];
    if (value === undefined || value === cited[component]) return true;
    if (component === "quarter") return cited.month !== undefined && Math.ceil(cited.month / 3) === value;
    if (component === "half") return cited.month !== undefined && Math.ceil(cited.month / 6) === value;
    if (component === "decade") return sameDecade(value, cited);
    return component === "century" && cited.year !== undefined && Math.ceil(cited.year / 100) === value;
  });
}

/** 90年代 and 1990s are one; a year lies in its decade. */
function sameDecade(value: number, { decade, year }: Partial<Reading>): boolean {
  const cited = decade ?? (year === undefined ? undefined : Math.floor(year / 10) * 10);
  return cited !== undefined && cited % 100 === value % 100 && (value < 100 || cited < 100 || cited === value);
}
