import type { Citation, Sentence } from "../../domain.ts";
import { type Analysed, analyse } from "../../language/analysed.ts";
import type { DateMention } from "../../language/dates.ts";
import type { Figure } from "../../language/figure.ts";
import { resolveDates } from "../../language/resolve-dates.ts";
import { ATTRIBUTES, type Attribute } from "./topic.ts";

/** A value as one sentence states it. */
export interface DatedValue {
  /** `2024`, `2024-07` or `2024-07-12`: of the text where it names one, else the day of publication. */
  readonly asOf: string;
  /** As it is written. */
  readonly text: string;
  readonly amount: number;
  readonly unit: string;
  readonly isRumour: boolean;
  readonly citation: Citation;
}

const REACH_CHARS = { zh: 16, en: 60 } as const;
const BEHIND = 0.8;
const CLAUSE = /[,，;；。]\s*/u;
const RUMOUR =
  /被?爆出|传出|传言|正在(?:做|进行|谈)|据(?:传|悉|称|说|报道|.{0,12}(?:报道|消息))|传闻|消息(?:称|人士)|知情人士|或将|洽谈|有望|计划|预计|将以|寻求|考虑|\breportedly\b|\brumou?r|\bin talks\b|\bis said to\b|\bsources\b|\bplans? to\b|\bexpected to\b|\bcould\b|\bseeks?\b|\bseeking\b/iu;
/** "From 5 to 15": of the first one the sentence gives no day. */
const FROM = /(?:从|由|自|\bfrom|\bup from|高于|超过去年的)\s*(?:[a-z约近]+\s?)?$/iu;

/** The values of the attribute in a sentence; `isAbout` tells whether a clause, or what it leaves unsaid, is of the entity. */
export function valuesIn(
  sentence: Sentence,
  attribute: Attribute,
  isAbout: (clause: string) => boolean,
  cite: () => Citation,
): DatedValue[] {
  if (sentence.text.search(attribute.words) < 0) return [];
  const read = analyse(sentence.text);
  const citation = cite();
  const published = citation.article.publishedAt?.slice(0, 10) ?? null;
  return read.figures.flatMap((figure): DatedValue[] => {
    if (!isValue(figure, read, attribute) || nearestAttribute(figure, read) !== attribute) return [];
    if (!isAbout(clauseOf(read.text, figure))) return [];
    const asOf = dayOf(figure, read, published);
    if (asOf === null) return [];
    return [
      {
        asOf,
        text: read.text.slice(figure.start, figure.end).trim(),
        amount: figure.value * (figure.unit?.factor ?? 1),
        unit: currencyOf(figure, read)?.name ?? "",
        isRumour: RUMOUR.test(read.text),
        citation,
      },
    ];
  });
}

/** The money of an amount; "2.37 亿美金，估值 15 亿" leaves it out of the second one. */
function currencyOf(figure: Figure, { text, figures }: Analysed): Figure["unit"] {
  if (figure.unit !== null) return figure.unit.kind === "currency" ? figure.unit : null;
  if (!LARGE.test(text.slice(figure.start, figure.end))) return null;
  return figures.findLast(({ unit, end }) => unit?.kind === "currency" && end <= figure.start)?.unit ?? null;
}

const LARGE = /[亿万]\s*$|[mb]illion\s*$/iu;
const LEAST_BARE = 1_000;
const COUNTS_PEOPLE = /[个人位名户颗枚台]\s*$|[a-z]$/iu;

function isValue(figure: Figure, read: Analysed, { kinds }: Attribute): boolean {
  const { text } = read;
  const kind =
    figure.unit?.kind ?? (kinds.includes("currency") && currencyOf(figure, read) !== null ? "currency" : "bare");
  if (!kinds.includes(kind) || figure.weight === "loose") return false;
  if (kind === "bare" && figure.value < LEAST_BARE) return false;
  if (kind === "count" && !COUNTS_PEOPLE.test(text.slice(figure.start, figure.end))) return false;
  const before = text.slice(0, figure.start);
  return (
    /[^\d.\s]/.test(text.slice(figure.start, figure.end)) && !FROM.test(before) && !/(?:第|[(（]约?)\s*$/u.test(before)
  );
}

/** Between a property's word and the figure that it opens: "估值达 15 亿". */
const OPENS =
  /^(?:[:：约达为至超近是]|超过|高达|达到|已经?|接近|\b(?:of|at|is|was|around|about|to|over|nearly|reached)\b|\s)*$/iu;

/** The property whose word stands nearest, one behind the figure sooner than one before it, one of another clause last. */
function nearestAttribute(figure: Figure, { text, language, figures }: Analysed): Attribute | undefined {
  const reach = REACH_CHARS[language];
  const near = ATTRIBUTES.flatMap((attribute) =>
    [...text.matchAll(attribute.words)].flatMap((match) => {
      const end = match.index + match[0].length;
      const isBehind = match.index >= figure.end;
      const opened = figures.find(({ start }) => start >= end);
      if (isBehind && opened !== undefined && OPENS.test(text.slice(end, opened.start))) return [];
      const between = isBehind ? text.slice(figure.end, match.index) : text.slice(end, figure.start);
      const crossing = CLAUSE.test(between) ? reach : 0;
      return [{ attribute, distance: between.length * (isBehind ? BEHIND : 1) + crossing }];
    }),
  );
  const [best] = near.sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance < reach ? best.attribute : undefined;
}

function clauseOf(text: string, { start, end }: Figure): string {
  const before = text.slice(0, start).split(CLAUSE).at(-1) ?? "";
  const after = text.slice(end).split(CLAUSE)[0] ?? "";
  return `${before}${text.slice(start, end)}${after}`;
}

/** The date that is named shortly before the figure or in its clause, else the article's; never one after the article. */
function dayOf(figure: Figure, { text, dates, language }: Analysed, published: string | null): string | null {
  const resolved = resolveDates(dates, null, published).flatMap(({ mention, readings: [first, other] }, index) => {
    const { year, month, day } = (leavesYear(dates[index - 1], mention, text) ? other : null) ?? first ?? {};
    if (year === undefined || year < 1000) return [];
    const parts = [
      String(year),
      ...(month === undefined ? [] : [two(month), ...(day === undefined ? [] : [two(day)])]),
    ];
    return [{ mention, asOf: parts.join("-") }];
  });
  const past = resolved.filter(({ asOf }) => published === null || asOf <= published);
  const before = past.filter(
    ({ mention }) => mention.start < figure.start && figure.start - mention.end < 3 * REACH_CHARS[language],
  );
  const behind = past.find(
    ({ mention }) => mention.start >= figure.end && !CLAUSE.test(text.slice(figure.end, mention.start)),
  );
  return before.at(-1)?.asOf ?? behind?.asOf ?? published;
}

/** "去年估值 5 亿，3 月涨到 8 亿": of a year told as 去年 only the month that follows at once is. */
const leavesYear = (before: DateMention | undefined, { year, start }: DateMention, text: string): boolean =>
  year === undefined && before?.relative?.unit === "year" && CLAUSE.test(text.slice(before.end, start));

const two = (value: number): string => String(value).padStart(2, "0");
