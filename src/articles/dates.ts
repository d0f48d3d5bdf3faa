/** WeChat exports give the hour of China without a zone. */
const CHINA = "+08:00";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NUMERIC = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(\d{1,2}):(\d{2}))?/;
const DAY_FIRST = /(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})/;
const MONTH_FIRST = /([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/;

/** The first date in a text as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM+08:00`; null where there is none or it cannot be. */
export function readDate(text: string): string | null {
  const plain = text.normalize("NFKC");
  const numeric = NUMERIC.exec(plain);
  if (numeric !== null) {
    const day = dayOf(numeric[1], numeric[2], numeric[3]);
    return day !== null && numeric[4] !== undefined ? withTime(day, numeric[4], numeric[5] ?? "00") : day;
  }
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst !== null) return dayOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(plain);
  return monthFirst === null ? null : dayOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const iso = `${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

function withTime(day: string, hour: string, minute: string): string {
  const valid = Number(hour) < 24 && Number(minute) < 60;
  return valid ? `${day}T${hour.padStart(2, "0")}:${minute}${CHINA}` : day;
}
