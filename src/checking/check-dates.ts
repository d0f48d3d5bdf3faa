import type { Analysed } from "../language/analysed.ts";
import type { DateMention } from "../language/dates.ts";
import { datesByInterval } from "../language/intervals.ts";
import { datesAgree, type ResolvedDate, resolveDates } from "../language/resolve-dates.ts";
import type { Evidence } from "./context.ts";
import { isYearInName } from "./designation.ts";
import type { Proof } from "./proof.ts";

/** Every date of the claim is one of the cited sentences, or of the article where those sentences name none. */
export function checkDates(claim: Analysed, cited: readonly Evidence[]): Proof<"date"> {
  const proven = claim.dates.filter(
    (date) =>
      isNowadays(date, claim) ||
      isYearInName(date, claim, cited) ||
      cited.some((evidence) => matchingDates(date, evidence).length > 0 || isContext(date, cited)),
  );
  return { fault: proven.length === claim.dates.length ? null : "date", proven };
}

/** "Today" mostly means these days, which sentences in the present tense do not spell out. */
function isNowadays({ relative, start, end }: DateMention, { text }: Analysed): boolean {
  return relative?.unit === "day" && relative.offset === 0 && /^(?:today|今天)$/i.test(text.slice(start, end));
}

/** The dates of the cited sentence that say the same. */
export function matchingDates(date: DateMention, evidence: Evidence): ResolvedDate[] {
  const { sentence, articleDay } = evidence;
  const told = resolveDates(sentence.dates, earlierYear(evidence), articleDay);
  const byInterval = datesByInterval(sentence.text, told, latestBefore(evidence), articleDay);
  const found = [...told, ...byInterval].filter((other) => datesAgree(date, other, articleDay));
  return found.length > 0 ? found : asFigures(date, sentence);
}

/** What reads as a year may be any number: "2000 guests". */
const BARE_YEAR_CHARS = 4;

/** "605年" reads as a number of years, and 2024 as a bare number. */
function asFigures(date: DateMention, { figures }: Analysed): ResolvedDate[] {
  if (date.year === undefined || date.month !== undefined || date.quarter !== undefined) return [];
  const isBare = date.end - date.start === BARE_YEAR_CHARS;
  return figures
    .filter(
      ({ value, unit }) => value === Math.abs(date.year ?? 0) && (isBare || unit === null || unit.name === "year"),
    )
    .map(({ start, end }) => ({ mention: { year: date.year, start, end }, readings: [{ year: date.year }] }));
}

/** What 次年 at the head of a sentence counts from. */
function latestBefore({ before, articleDay }: Evidence): ResolvedDate["readings"][number] | null {
  const dates = before.find((sentence) => sentence.dates.length > 0)?.dates ?? [];
  return resolveDates(dates, null, articleDay).at(-1)?.readings[0] ?? null;
}

function earlierYear({ before }: Evidence): number | null {
  for (const { dates } of before) {
    const year = dates.findLast((date) => date.year !== undefined)?.year;
    if (year !== undefined) return year;
  }
  return null;
}

/** The article's own day, its title and its earlier sentences give the time of a sentence that names none itself. */
function isContext(date: DateMention, cited: readonly Evidence[]): boolean {
  return (
    cited.every(({ sentence }) => sentence.dates.length === 0) && cited.some((evidence) => standsAround(date, evidence))
  );
}

function standsAround(date: DateMention, { articleDay, title, before, heading }: Evidence): boolean {
  const latest = before.find(({ dates }) => dates.length > 0);
  const around = [title, heading, latest].flatMap((text) => text?.dates ?? []);
  const own = articleDay === null ? [] : [dayOf(articleDay)];
  const readings = resolveDates([...own, ...around], null, articleDay);
  return readings.some((other) => datesAgree(date, other, articleDay));
}

function dayOf(day: string): DateMention {
  const [year, month, date] = day.split("-").map(Number);
  return { year, month, day: date, start: 0, end: 0 };
}
