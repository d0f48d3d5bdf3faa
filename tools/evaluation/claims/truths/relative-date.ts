import type { Base, Maker } from "../claim.ts";
import { shuffled } from "../random.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAY_MS = 86_400_000;
type Resolve = readonly [pattern: RegExp, (day: Date, match: RegExpMatchArray) => string];

const ymd = (day: Date, shift: number): string => {
  const at = new Date(day.getTime() + shift * DAY_MS);
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
};
const english = (day: Date, shift: number): string => {
  const at = new Date(day.getTime() + shift * DAY_MS);
  return `on ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
};
/** Days back to that weekday of the week before, weeks beginning on Monday. */
const lastWeek = (day: Date, weekday: string): number =>
  -(((day.getUTCDay() + 6) % 7) + 7 - "一二三四五六日".indexOf(weekday.replace("天", "日")));

const ZH: readonly Resolve[] = [
  [/昨[天日](?!的)/, (day) => ymd(day, -1)],
  [/前天/, (day) => ymd(day, -2)],
  [/(?:今天|今日)(?=上午|下午|凌晨|早|晚|正式|宣布|发布)/, (day) => ymd(day, 0)],
  [/上周([一二三四五六日天])/, (day, match) => ymd(day, lastWeek(day, match[1] ?? "一"))],
  [/去年(?!的今天)/, (day) => `${day.getUTCFullYear() - 1}年`],
  [/今年(?=\d{1,2}月|初|年初|[上下]半年|[春夏秋冬])/, (day) => `${day.getUTCFullYear()}年`],
  [/前年/, (day) => `${day.getUTCFullYear() - 2}年`],
];
const EN: readonly Resolve[] = [
  [/\byesterday\b(?!’s|'s)/, (day) => english(day, -1)],
  [
    /(?<=\d (?:January|February|March|April|May|June|July|August|September|October|November|December) )last year\b/,
    (day) => String(day.getUTCFullYear() - 1),
  ],
  [
    /(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December) )\blast year\b(?!’s|'s)/,
    (day) => `in ${day.getUTCFullYear() - 1}`,
  ],
  [/\bthis year\b(?!’s|'s)/, (day) => `in ${day.getUTCFullYear()}`],
];

/** 昨天, 去年 or "yesterday" as the day or year that it was when the article was published. Quoted speech is left alone. */
export const relativeDate: Maker = (base, random) => {
  const day = dayOf(base);
  if (day === null || /[“「"]/.test(base.text)) return null;
  for (const [pattern, resolve] of shuffled(base.language === "zh" ? ZH : EN, random)) {
    const match = base.text.match(pattern);
    if (match !== null) return { text: base.text.replace(pattern, resolve(day, match)) };
  }
  return null;
};

function dayOf({ source }: Base): Date | null {
  const day = source.card.publishedAt?.slice(0, 10);
  return day === undefined ? null : new Date(`${day}T00:00:00Z`);
}
