import { holidayOf, seasonOf } from "./holidays.ts";
import { YEAR_AND_MONTH, yearAndMonth } from "./numeric.ts";
import {
  addDays,
  addMonths,
  type Days,
  dateIn,
  dayOf,
  halfOf,
  lastUnits,
  latestWeekday,
  partOf,
  partsOf,
  type Unit,
  unitAround,
  weekendOf,
  yearOf,
} from "./period.ts";

type Groups = Readonly<Record<string, string | undefined>>;

export interface OwnForm {
  readonly pattern: RegExp;
  /** `near`: the days named just before, 去年 of 去年春天. */
  read(groups: Groups, today: string, near: Days | null): Days | null;
}

const UNITS: Readonly<Record<string, Unit>> = {
  天: "day",
  日: "day",
  周: "week",
  星期: "week",
  礼拜: "week",
  月: "month",
  季度: "quarter",
  季: "quarter",
  年: "year",
};
const WEEKDAYS = "一二三四五六日";
const UNIT = "(?:个?(?<unit>天|日|周|星期|礼拜|季度|年|(?<=个)月))";
const A_FEW = 3;
const FEW_DAYS = 7;

const weekdayIn = (name: string): number => WEEKDAYS.indexOf(name.replace(/[天末]/, "日"));
const unitOf = ({ unit, month }: Groups): Unit => UNITS[unit ?? month ?? ""] ?? "day";

function countOf({ count, unit }: Groups): number {
  if (count === undefined || count === "") return 1;
  if (count === "半") return 0.5;
  if (/[几数]/.test(count)) return unit === "天" || unit === "日" ? FEW_DAYS : A_FEW;
  return Number(count);
}

/** 半年 is six months, 半个月 fifteen days. */
function lastOf(groups: Groups, today: string): Days {
  const count = countOf(groups);
  const unit = unitOf(groups);
  if (count !== 0.5) return lastUnits(unit, count, today);
  return unit === "year" ? lastUnits("month", 6, today) : lastUnits("day", unit === "month" ? 15 : 3, today);
}

function ago(groups: Groups, today: string): Days {
  const count = countOf(groups);
  const unit = unitOf(groups);
  if (count === 0.5) return unit === "year" ? unitAround("month", today, -6) : unitAround("day", today, -15);
  return unitAround(unit, today, -count);
}

/** Of the day's year, or the one before when it would not have begun yet. */
function latest(today: string, near: Days | null, ofYear: (year: number) => Days | null): Days | null {
  const [year] = partsOf(near?.from ?? today);
  const days = ofYear(year);
  return near !== null || days === null || days.from <= today ? days : ofYear(year - 1);
}

const form = (pattern: string, read: OwnForm["read"]): OwnForm => ({ pattern: new RegExp(pattern, "gu"), read });

/** What the readers of the check do not know, longest first; each takes its words away from those behind it. */
export const CHINESE_FORMS: readonly OwnForm[] = [
  { pattern: YEAR_AND_MONTH, read: yearAndMonth },
  form("(?<!\\d)(?<year>20\\d{2})(?<month>[01]\\d)(?<day>[0-3]\\d)(?!\\d)", ({ year, month, day }) =>
    dateIn(Number(year), Number(month), Number(day)),
  ),
  form(
    "(?<![\\d.])(?<year>[0-3]\\d)年(?=\\d{1,2}月|[初底末中]|[上下]半年|[春夏秋冬]|第?[一二三四1-4]季度|Q[1-4])",
    ({ year }) => yearOf(2000 + Number(year)),
  ),
  form(
    "(?<ups>上{1,3})(?:个|一)?(?<unit>周|星期|礼拜)(?:(?<weekday>[一二三四五六日天])(?!个)|(?<weekend>末))?",
    (groups, today) => weekFrom(groups, today, -(groups.ups?.length ?? 1)),
  ),
  form("(?<ups>上{1,3})(?:个|一)?(?<unit>月|季度|季)(?!刊)", (groups, today) =>
    unitAround(unitOf(groups), today, -(groups.ups?.length ?? 1)),
  ),
  form(
    "(?<downs>下{1,3})(?:个|一)?(?<unit>周|星期|礼拜|月|季度)(?:(?<weekday>[一二三四五六日天])(?!个)|(?<weekend>末))?",
    (groups, today) => {
      const offset = groups.downs?.length ?? 1;
      return groups.unit === "月" || groups.unit === "季度"
        ? unitAround(unitOf(groups), today, offset)
        : weekFrom(groups, today, offset);
    },
  ),
  form(
    "(?:[这本]|这一|这个)(?:周|星期|礼拜)(?:(?<weekday>[一二三四五六日天])(?!个)|(?<weekend>末))?",
    (groups, today) => weekFrom(groups, today, 0),
  ),
  form("大前天", (_, today) => dayOf(addDays(today, -3))),
  form("大前年", (_, today) => unitAround("year", today, -3)),
  form("去年(?:同期|的?这个?时候|此时)", (_, today) => unitAround("month", today, -12)),
  form("去年的?(?:今天|今日)", (_, today) => dayOf(addMonths(today, -12))),
  form(`前(?<count>\\d{1,3}|[半几数])${UNIT}`, lastOf),
  form(
    `(?:最近|过去|近|刚过去|往前)的?这?(?<count>\\d{1,3}|[半几数])?(?:${UNIT}|(?<month>月))(?:以来|之内|以内|内|来|里|间)?`,
    (groups, today) =>
      groups.count === undefined && (groups.unit === "天" || groups.unit === "日") ? null : lastOf(groups, today),
  ),
  form(`这(?<count>\\d{1,3}|[半几])${UNIT}(?:以来|之内|以内|内|来|里|间)?`, (groups, today) =>
    // 这一周 is this week, 这两周 the last two.
    groups.count === "1" ? unitAround(unitOf(groups), today, 0) : lastOf(groups, today),
  ),
  form(`(?<![第\\d])(?<count>\\d{1,3}|半)${UNIT}(?:以内|之内|内|以来|来)(?![自看说访])`, lastOf),
  form(`(?<![第\\d])(?<count>\\d{1,3}|[半几])${UNIT}(?:以前|之前|前)(?!沿)`, ago),
  form("近(?:些|几)?年(?:以?来)?", (_, today) => lastUnits("year", A_FEW, today)),
  form("(?<![上这本下两\\d])周末", (_, today) => latestWeekend(today)),
  form("(?<half>[上下])半年", ({ half }, today, near) =>
    // A half that has only begun is not the one that people speak of yet.
    latest(addDays(today, -31), near, (year) => halfOf(year, half === "上" ? 1 : 2)),
  ),
  form("(?<half>[上下])半月", ({ half }, today, near) =>
    halfMonth(near ?? unitAround("month", today, 0), half === "上"),
  ),
  form("(?<season>[春夏秋冬])(?:天|季|日)", ({ season = "" }, today, near) =>
    latest(today, near, (year) => seasonOf(season, year)),
  ),
  form("(?<![\\d一-龥])年初|(?<=今)年初", (_, today) => partOf(unitAround("year", today, 0), "early")),
  form("(?<![去今前明后\\d本])年(?<part>初|中|底|末)(?!会)", ({ part }, today, near) =>
    latest(today, near, (year) => partOf(yearOf(year), part === "初" ? "early" : part === "中" ? "mid" : "late")),
  ),
  form("(?<![上下本这个\\d])月(?<part>初|中|底|末)", ({ part }, today, near) =>
    latestMonthPart(today, near, part === "初" ? "early" : part === "中" ? "mid" : "late"),
  ),
  form("(?<![\\d月])(?<part>[上中下])旬", ({ part }, today, near) =>
    latestMonthPart(today, near, part === "上" ? "early" : part === "中" ? "mid" : "late"),
  ),
  form(
    "元旦|春节|过年期间|元宵节?|清明节?|五一(?:假期|黄金周|期间|节|劳动节)?|劳动节|端午节?|中秋节?|国庆(?:节|假期|期间|黄金周)?|十一(?:假期|黄金周|期间)|双十一|双11|双十二|双12|618|圣诞节?|平安夜|情人节|儿童节|教师节".replace(
      /^/,
      "(?<holiday>",
    ) + ")(?:假期|期间)?",
    ({ holiday = "" }, today, near) => latest(today, near, (year) => holidayOf(holiday, year)),
  ),
];

function weekFrom({ weekday, weekend }: Groups, today: string, offset: number): Days {
  const week = unitAround("week", today, offset);
  if (weekend !== undefined) return weekendOf(week.from);
  return weekday === undefined ? week : dayOf(addDays(week.from, weekdayIn(weekday)));
}

function latestWeekend(today: string): Days {
  const saturday = latestWeekday(5, today);
  return { from: saturday, to: addDays(saturday, 1), unit: "day" };
}

function halfMonth(month: Days, isFirst: boolean): Days {
  const middle = addDays(month.from, 14);
  return isFirst ? { ...month, to: middle, unit: "day" } : { ...month, from: addDays(middle, 1), unit: "day" };
}

function latestMonthPart(today: string, near: Days | null, part: "early" | "mid" | "late"): Days {
  const days = partOf(near ?? unitAround("month", today, 0), part);
  return near !== null || days.from <= today ? days : partOf(unitAround("month", today, -1), part);
}
