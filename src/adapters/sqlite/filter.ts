import type { PassageFilter } from "../../ports.ts";

/** Day of publication; articles without a date pass no range. */
export const DAY = "substr(published_at, 1, 10)";

export interface Condition {
  /** A WHERE clause over articles, or nothing. */
  readonly sql: string;
  readonly values: readonly string[];
}

export function conditionOf(filter: PassageFilter): Condition {
  const parts = [
    ["id IN (SELECT value FROM json_each(?))", filter.articles === null ? null : JSON.stringify(filter.articles)],
    [`${DAY} >= ?`, filter.range?.from ?? null],
    [`${DAY} <= ?`, filter.range?.to ?? null],
  ] as const;
  const used = parts.flatMap(([sql, value]) => (value === null ? [] : [{ sql, value }]));
  return {
    sql: used.length === 0 ? "" : `WHERE ${used.map((part) => part.sql).join(" AND ")}`,
    values: used.map((part) => part.value),
  };
}
