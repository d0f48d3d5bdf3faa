import { namedInChinese } from "./chinese.ts";
import { namedInEnglish } from "./english.ts";
import { joinPeriods } from "./join.ts";
import type { NamedDays, Period } from "./period.ts";
import { plainDigits } from "./plain-digits.ts";

export interface DatedText {
  /** The text that places of periods are counted in. */
  readonly text: string;
  readonly periods: readonly Period[];
}

/** Every period that a question names, relative ones counted from `today`, in order. */
export function periodsIn(question: string, today: string): DatedText {
  const text = plainDigits(question);
  const isChinese = /\p{Script=Han}/u.test(text);
  const chinese = isChinese ? namedInChinese(text, today) : [];
  const named =
    isChinese && !/[a-z]{3}/i.test(text) ? chinese : withoutOverlap([...chinese, ...namedInEnglish(text, today)]);
  return { text, periods: joinPeriods(named, text, today) };
}

function withoutOverlap(named: readonly NamedDays[]): NamedDays[] {
  const kept: NamedDays[] = [];
  for (const one of named) if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}
