const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}\\.?";

const NUMERIC = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?/;
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH})(?:\\s*,)?\\s+(\\d{4})`, "i");
const MONTH_FIRST = new RegExp(`(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,)?\\s+(\\d{4})`, "i");
/** `20240501`, `20240501T0930`; nothing may stand before it or go on after it. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const SECONDS = /^(\d{10})(?:\d{3})?$/;
const TIME =
  /^(?:T|[\s,]{1,9}(?:at\s{1,9})?)(?:星期.|周.)?\s{0,9}(上午|下午|晚上)?\s{0,9}(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?(?!\w))?\s*(Z|(?:GMT|UTC)?\s?[+-]\d{2}:?\d{2}|GMT|UTC)?/i;

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
 * A date as people and pages write it, returned as `YYYY-MM-DD`, or as `YYYY-MM-DDTHH:MM±HH:MM` if it has a time and a zone, or
 * `zone` gives one. null if it is not a date, or not in the calendar.
 */
export function normaliseDate(text: string, zone: "+08:00" | null): string | null {
  const line = text.normalize("NFKC").trim();
  const seconds = SECONDS.exec(line);
  if (seconds !== null) return ofSeconds(Number(seconds[1]), zone);
  const found = compactDay(line) ?? findDay(line);
  if (found === null || !exists(found)) return null;
  const day = `${found.year}-${two(found.month)}-${two(found.day)}`;
  const time = TIME.exec(found.after);
  const offset = time?.[5] === undefined ? zone : offsetOf(time[5]);
  if (time === null || offset === null) return day;
  const hour = hourOf(Number(time[2]), time[1] ?? time[4] ?? "");
  if (hour > 23 || Number(time[3]) > 59) return null;
  return `${day}T${two(hour)}:${time[3]}${offset}`;
}

const hourOf = (hour: number, half: string): number =>
  /^(?:p|下午|晚上)/i.test(half) ? (hour % 12) + 12 : /^(?:a|上午)/i.test(half) ? hour % 12 : hour;

/** A moment as computers count it, of the years in which pages do. */
function ofSeconds(seconds: number, zone: "+08:00" | null): string | null {
  if (seconds < EARLIEST_SECONDS || seconds > LATEST_SECONDS) return null;
  const local = new Date((seconds + (zone === null ? 0 : CHINA_SECONDS)) * 1_000);
  return `${local.toISOString().slice(0, 16)}${zone ?? "+00:00"}`;
}

const EARLIEST_SECONDS = Date.UTC(1995, 0) / 1_000;
const LATEST_SECONDS = Date.UTC(2100, 0) / 1_000;
const CHINA_SECONDS = 8 * 3_600;

function compactDay(text: string): Day | null {
  const match = COMPACT.exec(text);
  return match === null ? null : day(text, match, match[1], match[2], match[3]);
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

const LATEST_YEAR = 2_100;

function exists({ year, month, day: date }: Day): boolean {
  const read = new Date(Date.UTC(year, month - 1, date));
  return year >= 1000 && year < LATEST_YEAR && read.getUTCMonth() === month - 1 && read.getUTCDate() === date;
}

const two = (value: number): string => String(value).padStart(2, "0");

function offsetOf(zone: string): string {
  const digits = /([+-]\d{2}):?(\d{2})$/.exec(zone);
  return digits === null ? "+00:00" : `${digits[1]}:${digits[2]}`;
}
