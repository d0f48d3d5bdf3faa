import type { ArticleCard, DateRange, Question } from "../domain.ts";

/** What days that are merely preferred are worth, against lexical shares of at most 1: a month at its full weight, a year at little. */
const IN_RANGE = 0.35;
/** What was told soon after the days is about them too. */
const AROUND_RANGE = 0.15;
const AROUND_DAYS = 31;
const WEIGHTS: readonly (readonly [mostDays: number, weight: number])[] = [
  [31, 1],
  [100, 0.6],
  [Number.POSITIVE_INFINITY, 0.2],
];
/** What the newest article gains where "now" is asked for; half of it half a year before. */
const NEWEST = 0.5;
const HALF_LIFE_DAYS = 180;
const DAY_MS = 86_400_000;

/** Added to the score of an article's passages for its day of publication; `newest` is the last day of all articles. */
export function preferenceFor({ publishedAt }: ArticleCard, { range, order }: Question, newest: string | null): number {
  if (publishedAt === null) return 0;
  const day = publishedAt.slice(0, 10);
  if (range?.mode === "prefer") return weightOf(range) * nearness(day, range);
  if (order !== "newest" || newest === null) return 0;
  return NEWEST * 2 ** (-daysBetween(day, newest) / HALF_LIFE_DAYS);
}

function weightOf({ from, to }: DateRange): number {
  const days = from === null || to === null ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1;
  return WEIGHTS.find(([most]) => days <= most)?.[1] ?? 0;
}

function nearness(day: string, { from, to }: DateRange): number {
  if ((from === null || day >= from) && (to === null || day <= to)) return IN_RANGE;
  return to !== null && day > to && daysBetween(to, day) <= AROUND_DAYS ? AROUND_RANGE : 0;
}

const daysBetween = (earlier: string, later: string): number => (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
