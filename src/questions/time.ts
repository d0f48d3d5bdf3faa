import type { DateRange } from "../domain.ts";
import { addDays, type Period } from "./dates/period.ts";
import { periodsIn } from "./dates/periods-in.ts";

export interface Time {
  readonly range: DateRange | null;
  readonly order: "newest" | null;
}

const ARTICLES = "(?:文章|推文|推送|新闻|报道|消息|资讯|快讯|要闻|日报|周报|动态|帖子|笔记)";
const WROTE =
  "(?:(?:发表|刊登|刊发|推送|报道|写|收录)(?:了|过|的|到|些)?|发(?:了|过)(?:什么|哪些|啥|几篇|多少)|(?:发|写)的[^，。？！,?!]{0,6}?(?:文章|推文|推送|[那这几]篇)|(?:发布|更新)(?:了|过|的)[^，。？！,?!]{0,4}(?:文章|推文|推送|内容))";
const FILLING =
  "(?:份|里|中|间|期间|那(?:[周天个月]{0,2}|会儿|几天|阵子?|时候?)|这[周天个月]{0,2}|的时候|不是|是不是|有没有|都|又|还|一共|总共|,|，|\\s)*";
/** Behind the period: 上周的文章, 12月发表的, 上周有什么AI新闻, 12月那篇. */
const PUBLISHED_BEHIND = new RegExp(
  `^${FILLING}(?:的?(?:[那这哪有]|[几两一\\d]+)[几些一]?篇(?!论文)|的?[^，。？！,?!的]{0,12}?(?:有(?:什么|哪些|啥))?[^，。？！,?!的]{0,10}?${ARTICLES}|的[^，。？！,?!]{0,12}?${ARTICLES}|[^，。？！,?!的]{0,8}?${WROTE})`,
);
/** 2025年的三个预测那篇文章: the year belongs to what the article is about. */
const OTHER_THING = /^的[^，。？！,?!]{2,}?(?:[这那](?:[一几]?篇|个))/;
const PUBLISHED_BEFORE =
  /(?:发表于|发表在|刊登于|发布于|写于|推送于|收录于|报道于|(?:\b(?:published|posted|reported|written|wrote|writing|articles?|posts?|stories|story|news|pieces?|headlines|coverage|covered|newsletter)\b[^.?!]{0,30}?))\s*(?:在|于|in|on|from|of|during|for|over|the|around|about|back|\s)*$/i;
const PUBLISHED_BEHIND_EN =
  /^(?:'s|’s)?[\s,]*(?:(?!report\b)[\w'’-]+\s){0,3}?(?:articles?|posts?|stories|story|news|pieces?|headlines|coverage|newsletter)\b/i;
const HAPPENED =
  /(?:发生了?(?:什么|哪些|啥)|有(?:什么|哪些|啥)(?:新鲜事|大事|新闻|动态|进展|事情|事|热点|要闻|看点|值得)|有什么新|都有(?:什么|哪些)|\bwhat(?:'s| is| was| has been)? (?:new|happened|happening|going on)\b|\bwhat happened\b|\bany news\b)/i;
/** 总结上周, 上周总结: the period itself is what is to be summed up. */
const SUMMARY =
  "(?:总结|概括|回顾|盘点|梳理|汇总|摘要|概述|归纳|小结|综述|summari[sz]e|summary|sum up|recap|digest|round-?up|overview)";
const SUMMED_BEFORE = new RegExp(`${SUMMARY}(?:一下|下|of|for|from|the|everything|what happened|\\s)*$`, "i");
const SUMMED_BEHIND = new RegExp(`^(?:的|'s|\\s)*(?:${SUMMARY}|$)`, "i");
/** Said of the world as it is, and not of one day or year. */
const AHEAD_DAYS = 31;
const NO_DATE =
  /^(?:今天|今日|today|tonight|[春夏秋冬](?:天|季|日)|(?:in |the )*(?:spring|summer|autumn|winter|fall))$/i;

const RECENTLY =
  /最近|近期|近来|近日|日前|新近|最新|(?:现在|目前|如今|眼下|当前|截至目前|到现在)|\b(?:latest|newest|most recent|recent(?:ly)?|lately|currently|current|now(?:adays)?|these days|at the moment|today's|so far|as of now|up to date)\b/i;

const NEWEST_ONE =
  /(?:最新|最近|新近|上|最后)的?(?:那|这)?[一1]?(?:篇|讲|期|集|回|次推送)(?!论文)|\b(?:latest|newest|most recent|last) (?:[\w-]+ ){0,2}?(?:article|post|issue|episode|instal+ment|newsletter|lesson|piece|edition)\b/iu;

/** Whether of an account's articles only the newest one is meant: "架构师之路最新一讲讲了啥". */
export const isOfNewestOne = (text: string): boolean => NEWEST_ONE.test(text);

/** The days that a question names, and whether they are days of publication (filter) or merely to be preferred. */
export function timeIn(question: string, today: string, isPublisherNamed: boolean): Time {
  const { text, periods } = periodsIn(question, today);
  // What is mostly to come was written about before it began.
  const isAhead = ({ to }: Period) => to !== null && to > addDays(today, AHEAD_DAYS);
  const isDate = (one: Period) =>
    (!isAhead(one) && !NO_DATE.test(text.slice(one.start, one.end))) ||
    modeOf(one, text, today, isPublisherNamed) === "filter";
  const dated = periods.filter(isDate);
  const period = dated.find((one) => modeOf(one, text, today, isPublisherNamed) === "filter") ?? dated[0];
  if (period === undefined)
    return { range: null, order: RECENTLY.test(text) || /今天|\btoday\b/i.test(text) ? "newest" : null };
  const { from, to } = period;
  return { range: { from, to, mode: modeOf(period, text, today, isPublisherNamed) }, order: null };
}

function modeOf(period: Period, text: string, today: string, isPublisherNamed: boolean): DateRange["mode"] {
  const before = text.slice(0, period.start);
  const behind = text.slice(period.end);
  // Nothing was published on days to come.
  if (period.from !== null && period.from > today) return "prefer";
  if (isPublisherNamed || HAPPENED.test(text)) return "filter";
  if (SUMMED_BEFORE.test(before) && SUMMED_BEHIND.test(behind)) return "filter";
  if (SUMMED_BEHIND.test(behind) && /^[^\p{L}]*$/u.test(before) && behind !== "") return "filter";
  if (PUBLISHED_BEFORE.test(before) || PUBLISHED_BEHIND_EN.test(behind)) return "filter";
  return PUBLISHED_BEHIND.test(behind) && !OTHER_THING.test(behind) ? "filter" : "prefer";
}
