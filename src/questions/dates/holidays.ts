import { addDays, type Days, dateIn, partsOf } from "./period.ts";

/** Seasons as people speak of them: three whole months, winter into the next year. */
export function seasonOf(name: string, year: number): Days | null {
  const first = { 春: 3, spring: 3, 夏: 6, summer: 6, 秋: 9, autumn: 9, fall: 9, 冬: 12, winter: 12 }[name];
  if (first === undefined) return null;
  const from = `${year}-${String(first).padStart(2, "0")}-01`;
  const [endYear, endMonth] = first === 12 ? [year + 1, 3] : [year, first + 3];
  return { from, to: addDays(`${endYear}-${String(endMonth).padStart(2, "0")}-01`, -1), unit: "quarter" };
}

interface Holiday {
  readonly words: RegExp;
  /** Of the calendar that is meant, with days of leave. */
  readonly month: number;
  readonly day: number;
  readonly length: number;
  readonly calendar: "sun" | "moon";
}

const sun = (words: RegExp, month: number, day: number, length = 1): Holiday => ({
  words,
  month,
  day,
  length,
  calendar: "sun",
});
const moon = (words: RegExp, month: number, day: number, length = 1): Holiday => ({
  words,
  month,
  day,
  length,
  calendar: "moon",
});

const HOLIDAYS: readonly Holiday[] = [
  sun(/^元旦|^new year/, 1, 1),
  moon(/^春节|^过年|^chinese new year|^lunar new year|^spring festival/, 1, 1, 7),
  moon(/^元宵/, 1, 15),
  sun(/^情人节|^valentine/, 2, 14),
  sun(/^清明/, 4, 4),
  sun(/^五一|^劳动节|^may day/, 5, 1, 5),
  sun(/^儿童节/, 6, 1),
  sun(/^618/, 6, 18),
  moon(/^端午/, 5, 5),
  sun(/^教师节/, 9, 10),
  moon(/^中秋/, 8, 15),
  sun(/^国庆|^十一|^national day/, 10, 1, 7),
  sun(/^halloween/, 10, 31),
  sun(/^双(?:十一|11)|^singles/, 11, 11),
  sun(/^双(?:十二|12)/, 12, 12),
  sun(/^平安夜|^christmas eve/, 12, 24),
  sun(/^圣诞|^christmas/, 12, 25),
];

export function holidayOf(name: string, year: number): Days | null {
  const holiday = HOLIDAYS.find(({ words }) => words.test(name));
  if (holiday === undefined) return null;
  const { month, day, length, calendar } = holiday;
  const from = calendar === "sun" ? (dateIn(year, month, day)?.from ?? null) : lunarDay(year, month, day);
  return from === null ? null : { from, to: addDays(from, length - 1), unit: "day" };
}

const LUNAR = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });

/** The day of a year on which the Chinese calendar says that month and day; leap months are passed by. */
function lunarDay(year: number, month: number, day: number): string | null {
  const [first] = partsOf(`${year}-01-01`);
  for (let date = `${first}-01-15`; date < `${year + 1}-01-01`; date = addDays(date, 1))
    if (LUNAR.format(new Date(`${date}T00:00:00Z`)) === `${month}/${day}`) return date;
  return null;
}
