import type { ArticleCard, DateRange, Question } from "../domain.ts";
import { DAYS, RANGE_WEIGHTS } from "./weights.ts";

const DAY_MS = 86_400_000;

/** Added to the score of an article's passages for its day of publication; `newest` is the last day of all articles. */
export function preferenceFor({ publishedAt }: ArticleCard, { range, order }: Question, newest: string | null): number {
  if (publishedAt === null) return 0;
  const day = publishedAt.slice(0, 10);
  if (range?.mode === "prefer") return weightOf(range) * nearness(day, range);
  if (order !== "newest" || newest === null) return 0;
  return DAYS.newest * 2 ** (-daysBetween(day, newest) / DAYS.halfLifeDays);
}

function weightOf({ from, to }: DateRange): number {
  const days = from === null || to === null ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1;
  return RANGE_WEIGHTS.find(([most]) => days <= most)?.[1] ?? 0;
}

function nearness(day: string, { from, to }: DateRange): number {
  if ((from === null || day >= from) && (to === null || day <= to)) return DAYS.inRange;
  return to !== null && day > to && daysBetween(to, day) <= DAYS.aroundDays ? DAYS.around : 0;
}

const daysBetween = (earlier: string, later: string): number => (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
