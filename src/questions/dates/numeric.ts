import { type Days, monthOf } from "./period.ts";

/** 2024-12, 2024.12, 2024/12: the same in every language. */
export const YEAR_AND_MONTH =
  /(?<![\d.$€£¥])(?<year>(?:19|20)\d{2})[-./](?<month>0?[1-9]|1[0-2])(?![-./]?\d|[万亿倍%])/gu;

export function yearAndMonth({ year, month }: Readonly<Record<string, string | undefined>>): Days {
  return monthOf(Number(year), Number(month));
}
