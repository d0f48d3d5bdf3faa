import { CHINESE_FORMS } from "./chinese-forms.ts";
import { daysOfMention } from "./mention.ts";
import { type Days, type NamedDays, partOf, partsOf, weekInMonth } from "./period.ts";
import { datesIn } from "./readers.ts";

/** Something that names days, and what they are beside the ones named before it. */
interface Form {
  readonly start: number;
  readonly end: number;
  days(near: Days | null): Days | null;
}

const PARTS = [
  ["early", /^的?(?:年初|上旬|月初|初)/],
  ["mid", /^的?(?:年中|中旬|月中)|^中(?![国文美日德英法东心间央])/],
  ["late", /^的?(?:年底|年末|下旬|月底|月末|底|末)/],
] as const;
const NTH_WEEK = /^的?第(\d)个?(?:周|星期)/;
const JOINED = /^\s?(?:[到至和与跟、,~～—–-]|以及)\s?$/;

/** Stretches of days that a Chinese text (NFKC, its numerals as digits) names, in order. */
export function namedInChinese(text: string, today: string): NamedDays[] {
  const named: NamedDays[] = [];
  for (const form of formsIn(text, today)) {
    const before = named.at(-1);
    const between = before === undefined ? null : text.slice(before.end, form.start);
    const isDirect = between !== null && /^\s?的?\s?$/.test(between);
    const days = form.days(before !== undefined && (isDirect || JOINED.test(between ?? "")) ? before : null);
    if (days === null) continue;
    const isPart = before !== undefined && isDirect && before.from <= days.from && days.to <= before.to;
    if (isPart) named.pop();
    named.push(withPart({ ...days, start: isPart ? before.start : form.start, end: form.end }, text));
  }
  return named;
}

/** Forms of our own first: what they take, the readers do not see. */
function formsIn(text: string, today: string): Form[] {
  const forms: Form[] = [];
  let rest = text;
  for (const { pattern, read } of CHINESE_FORMS) {
    for (const match of rest.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      forms.push({ start, end, days: (near) => read(match.groups ?? {}, today, near) });
      rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
    }
  }
  for (const mention of datesIn(rest)) {
    const { start, end } = mention;
    forms.push({ start, end, days: (near) => daysOfMention(mention, near, today) });
  }
  return forms.sort((a, b) => a.start - b.start);
}

/** 12月上旬, 2024年底, 12月第一周. */
function withPart(named: NamedDays, text: string): NamedDays {
  if (named.unit === "day") return named;
  const behind = text.slice(named.end);
  for (const [part, words] of PARTS) {
    const length = words.exec(behind)?.[0].length;
    if (length !== undefined) return { ...named, ...partOf(named, part), end: named.end + length };
  }
  const week = NTH_WEEK.exec(behind);
  if (week === null || named.unit !== "month") return named;
  const [year, month] = partsOf(named.from);
  return { ...named, ...weekInMonth(year, month, Number(week[1])), end: named.end + week[0].length };
}
