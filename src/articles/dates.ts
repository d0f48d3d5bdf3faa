const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

const NUMERIC = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?/;
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH})\\s*,?\\s+(\\d{4})`, "i");
const MONTH_FIRST = new RegExp(`(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})`, "i");
const TIME = /^(?:T|\s+)(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?/;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly matched: string;
  readonly after: string;
}

/** The part of a line that spells a day, or null. */
export function spellsDate(text: string): string | null {
  return findDay(text)?.matched ?? null;
}

/**
 * A date as people and pages write it, as `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM±HH:MM` where it has a time and a zone or
 * `zone` gives one. null for what is no date and for days that the calendar lacks.
 */
export function normaliseDate(text: string, zone: "+08:00" | null): string | null {
  const found = findDay(text.normalize("NFKC").trim());
  if (found === null || !exists(found)) return null;
  const day = `${found.year}-${two(found.month)}-${two(found.day)}`;
  const time = TIME.exec(found.after);
  const offset = time?.[3] === undefined ? zone : offsetOf(time[3]);
  if (time === null || offset === null) return day;
  if (Number(time[1]) > 23 || Number(time[2]) > 59) return null;
  return `${day}T${two(Number(time[1]))}:${time[2]}${offset}`;
}

function findDay(text: string): Day | null {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return day(text, numeric, numeric[1], numeric[2], numeric[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return day(text, dayFirst, dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return day(text, monthFirst, monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

type Digits = string | number | undefined;

function day(text: string, match: RegExpExecArray, year: Digits, month: Digits, date: Digits): Day {
  const after = text.slice(match.index + match[0].length);
  return { year: Number(year), month: Number(month), day: Number(date), matched: match[0], after };
}

const monthNumber = (name: string | undefined): number => MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;

function exists({ year, month, day: date }: Day): boolean {
  const read = new Date(Date.UTC(year, month - 1, date));
  return year >= 1000 && read.getUTCMonth() === month - 1 && read.getUTCDate() === date;
}

const two = (value: number): string => String(value).padStart(2, "0");

function offsetOf(zone: string): string {
  return zone === "Z" ? "+00:00" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
}
