import type { Maker } from "../claim.ts";
import { type Stretch, splice } from "../edit.ts";
import { numbersIn } from "../figures.ts";
import { pick, shuffled } from "../random.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const NAMES = MONTHS.join("|");
const YEAR =
  /(?<!\d)(?:1[0-9]|20)\d\d(?=年(?!代|前|多|来|的历史))|(?<=\b(?:in|since|by|of|until|before|after|January|February|March|April|May|June|July|August|September|October|November|December|\d,)\s)(?:1[5-9]|20)\d\d(?![\d,–-])/g;
const MONTH = new RegExp(
  `(?<![\\d.])(?:1[0-2]|[1-9])(?=月(?!球|亮))|\\b(?:${NAMES})\\b(?=\\s\\d)|(?<=\\d\\s)(?:${NAMES})\\b`,
  "g",
);
const DAY = new RegExp(
  `(?<=月)(?:[12]\\d|3[01]|[1-9])(?=[日号])|(?<=\\b(?:${NAMES})\\s)(?:[12]\\d|3[01]|[1-9])(?![\\d])|(?<![\\d.])(?:[12]\\d|3[01]|[1-9])(?=\\s(?:${NAMES})\\b)`,
  "g",
);
const HAN_DATE = /[〇一二三四五六七八九十]+[年月日号]/;

/** Year, month or day of a date becomes another that stands nowhere in the sentences, the title or the article's day. */
export const dateChanged: Maker = (base, random) => {
  if (HAN_DATE.test(base.context)) return null;
  const known = knownParts(base.context);
  for (const { part, place } of shuffled(partsOf(base.text), random)) {
    const old = base.text.slice(place.start, place.end);
    const fresh = pick(
      othersOf(part, old).filter((value) => !known.has(value)),
      random,
    );
    if (fresh !== null) return { text: splice(base.text, place, written(part, old, fresh)) };
  }
  return null;
};

type Part = "year" | "month" | "day";

function partsOf(text: string): { readonly part: Part; readonly place: Stretch }[] {
  const find = (part: Part, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      part,
      place: { start: index, end: index + found.length },
    }));
  return [...find("year", YEAR), ...find("month", MONTH), ...find("day", DAY)];
}

function knownParts(context: string): ReadonlySet<number> {
  const named = MONTHS.flatMap((name, index) =>
    new RegExp(`\\b${name.slice(0, 3)}`).test(context) ? [index + 1] : [],
  );
  return new Set([...numbersIn(context), ...numbersIn(context.replaceAll("-", " ")), ...named]);
}

function othersOf(part: Part, old: string): number[] {
  if (part === "month") return MONTHS.map((_, index) => index + 1).filter((month) => month !== monthOf(old));
  if (part === "day") return Array.from({ length: 28 }, (_, index) => index + 1).filter((day) => day !== Number(old));
  return [-9, -5, -4, -3, -2, -1, 1, 2, 3, 4, 7].map((step) => Number(old) + step).filter((year) => year <= 2099);
}

const monthOf = (written: string): number => (/^\d/.test(written) ? Number(written) : MONTHS.indexOf(written) + 1);

function written(part: Part, old: string, fresh: number): string {
  return part === "month" && !/^\d/.test(old) ? (MONTHS[fresh - 1] ?? "May") : String(fresh);
}
