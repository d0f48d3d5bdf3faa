/** Words that count from the day of the article, as data: 昨天, 上周, "last year". */

export interface Relative {
  /** `anniversary`: the same day in another year; `named-month`: "last July", the one before the day that counts. */
  readonly unit: "day" | "week" | "month" | "quarter" | "year" | "anniversary" | "named-month";
  readonly offset: number;
}

const ROWS: readonly (readonly [Relative["unit"], number, string])[] = [
  ["day", -2, "前天|the day before yesterday"],
  ["day", -1, "昨天|昨日|昨晚|yesterday|last night"],
  ["day", 0, "今天|今日|今晚|今早|\\btoday\\b|\\btonight\\b"],
  ["day", 1, "明天|明日|tomorrow"],
  ["day", 2, "后天"],
  [
    "week",
    -1,
    "(?:上周|上星期|上礼拜)(?<weekday>[一二三四五六日天])?|\\blast (?:week\\b|(?<name>sunday|monday|tuesday|wednesday|thursday|friday|saturday)\\b)",
  ],
  [
    "week",
    0,
    "(?:本周|这周|这一周)(?<weekday>[一二三四五六日天])?|\\bthis (?:week\\b|(?<name>sunday|monday|tuesday|wednesday|thursday|friday|saturday)\\b)",
  ],
  [
    "week",
    1,
    "(?:下周|下星期)(?<weekday>[一二三四五六日天])?|\\bnext (?:week\\b|(?<name>sunday|monday|tuesday|wednesday|thursday|friday|saturday)\\b)",
  ],
  ["month", -1, "上个月|上月|\\blast month\\b"],
  ["month", 0, "本月|这个月|\\bthis month\\b"],
  ["month", 1, "下个月|下月|\\bnext month\\b"],
  ["quarter", -1, "上个?季度|\\blast quarter\\b"],
  ["quarter", 0, "本季度|\\bthis quarter\\b"],
  ["quarter", 1, "下个?季度|\\bnext quarter\\b"],
  ["year", -2, "前年(?!度)"],
  ["year", -1, "去年|\\blast year\\b"],
  ["year", 0, "今年|本年度|\\bthis year\\b"],
  ["year", 1, "明年|\\bnext year\\b"],
  ["year", 2, "后年"],
];

const YEARS_BACK = [
  ["一", "one|a"],
  ["[两二]", "two"],
  ["三", "three"],
  ["四", "four"],
  ["五", "five"],
  ["六", "six"],
  ["七", "seven"],
  ["八", "eight"],
  ["九", "nine"],
  ["十", "ten"],
] as const;
/** 五年前的今天, "two years ago today"; before the plain words, which hold 今天 and "today". */
const ANNIVERSARIES = YEARS_BACK.map(([han, english], index): (typeof ROWS)[number] => [
  "anniversary",
  -(index + 1),
  `(?:${han}|(?<!\\d)${index + 1})\\s?年前的?(?:今天|今日)|\\b(?:${english}|${index + 1}) years? ago today\\b`,
]);

export const RELATIVE_DATES = [...ANNIVERSARIES, ...ROWS].map(([unit, offset, words]) => ({
  relative: { unit, offset } satisfies Relative,
  pattern: new RegExp(words, "g"),
}));

/** What a relative word means on a day (`YYYY-MM-DD`): as many components as its unit fixes; a week by its first and last day. */
export function resolveRelative(
  { unit, offset }: Relative,
  today: string,
  { weekday, month: named }: { readonly weekday?: number | undefined; readonly month?: number | undefined } = {},
): readonly Resolved[] {
  const [year = 0, month = 1, day = 1] = today.slice(0, 10).split("-").map(Number);
  if (unit === "year") return [{ year: year + offset }];
  if (unit === "named-month") return [{ year: yearOfNamed(named ?? month, offset, year, month), month: named }];
  if (unit === "anniversary") return [{ year: year + offset, month, day }];
  if (unit === "month") return [monthOf(new Date(Date.UTC(year, month - 1 + offset, 1)))];
  if (unit === "quarter") {
    const first = new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 + 3 * offset, 1));
    return [{ year: first.getUTCFullYear(), quarter: Math.floor(first.getUTCMonth() / 3) + 1 }];
  }
  if (unit === "day") return [dayOf(new Date(Date.UTC(year, month - 1, day + offset)))];
  const monday = day - ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 7 * offset;
  const days = weekday === undefined ? [0, 6] : [(weekday + 6) % 7];
  return days.map((add) => dayOf(new Date(Date.UTC(year, month - 1, monday + add))));
}

function yearOfNamed(named: number, offset: number, year: number, month: number): number {
  if (offset < 0) return named < month ? year : year - 1;
  return offset > 0 && named <= month ? year + 1 : year;
}

export interface Resolved {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly quarter?: number | undefined;
}

const monthOf = (date: Date): Resolved => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 });
const dayOf = (date: Date): Resolved => ({ ...monthOf(date), day: date.getUTCDate() });
