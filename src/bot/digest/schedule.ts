const MINUTES_A_DAY = 1_440;
const DAY_MS = 86_400_000;

/** When a digest is sent: a day of the week, from 0 for Sunday, or every day; minutes from midnight. */
export interface Schedule {
  readonly weekday: number | null;
  readonly minute: number;
}

const DAYS_ZH = "日一二三四五六";
const DAYS_EN = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY =
  /^(?:每?(?:周|星期|礼拜)([日天一二三四五六])|每[天日]|daily|every ?day|(?:every |on )?(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?s?)(?![a-z])\s*(?:at |的)?\s*/u;
const TIME = /^(上午|早上|下午|晚上|中午)?\s*(\d{1,2})(?::(\d{2})|[点时](?:(\d{1,2})分?|(半))?)?\s*(am|pm)?$/u;

/** "周一 9:00", "每天 8点半", "Monday 9 am", "daily 21:30"; without a time at nine. null where it is neither. */
export function readSchedule(words: string): Schedule | null {
  const text = words.normalize("NFKC").trim().toLowerCase();
  const day = DAY.exec(text);
  if (day === null) return null;
  const rest = text.slice(day[0].length);
  const minute = rest === "" ? 9 * 60 : minuteOf(rest);
  return minute === null ? null : { weekday: weekdayOf(day[1], day[2]), minute };
}

function weekdayOf(han: string | undefined, english: string | undefined): number | null {
  if (han !== undefined) return DAYS_ZH.indexOf(han === "天" ? "日" : han);
  return english === undefined ? null : DAYS_EN.findIndex((day) => day.startsWith(english));
}

function minuteOf(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, part = "", hours = "", colon, minutes, half, noon] = match;
  const isLate = noon === "pm" || (/下午|晚上/.test(part) && Number(hours) < 12);
  const hour = noon === undefined && !isLate ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0);
  const minute = half === undefined ? Number(colon ?? minutes ?? 0) : 30;
  return hour > 24 || minute > 59 ? null : (hour * 60 + minute) % MINUTES_A_DAY;
}

/** The latest moment up to `now` at which it was to be sent, by the clocks of the time zone. */
export function latestDue({ weekday, minute }: Schedule, now: Date, timeZone: string): Date {
  const local = localOf(now, timeZone);
  const daysBack = weekday === null ? 0 : (local.weekday - weekday + 7) % 7;
  const today = now.getTime() - (local.minute - minute) * 60_000 - (now.getTime() % 60_000);
  const due = today - daysBack * DAY_MS;
  return new Date(due <= now.getTime() ? due : due - (weekday === null ? 1 : 7) * DAY_MS);
}

function localOf(now: Date, timeZone: string): { readonly weekday: number; readonly minute: number } {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const day = of("weekday").toLowerCase();
  return {
    weekday: DAYS_EN.findIndex((name) => name.startsWith(day)),
    minute: Number(of("hour")) * 60 + Number(of("minute")),
  };
}
