import type { Unit } from "../../language/units.ts";

/** A property that has values over time, the words that name it, and the kinds of unit its values have. */
export interface Attribute {
  readonly name: string;
  readonly words: RegExp;
  /** `bare`: a number without a unit. */
  readonly kinds: readonly (Unit["kind"] | "bare")[];
}

export const ATTRIBUTES: readonly Attribute[] = [
  {
    name: "valuation",
    words: /估值|市值|身价|值多少钱|值多少|\bvalu(?:ation|ed)\b|\bworth\b|market cap/giu,
    kinds: ["currency"],
  },
  { name: "revenue", words: /收入|营收|营业额|年化|\bARR\b|\brevenues?\b|\bsales\b/giu, kinds: ["currency"] },
  { name: "funding", words: /融资|融了|投资|筹集|\brais(?:ed|es|ing)\b|\bfunding\b/giu, kinds: ["currency"] },
  { name: "profit", words: /利润|净利|\bprofits?\b|net income/giu, kinds: ["currency"] },
  { name: "price", words: /价格|售价|定价|\bpric(?:e|es|ed|ing)\b/giu, kinds: ["currency"] },
  {
    name: "users",
    words: /用户|月活|日活|客户|订户|\busers?\b|\bcustomers?\b|\bsubscribers?\b|\bMAUs?\b|\bDAUs?\b/giu,
    kinds: ["count", "bare"],
  },
  { name: "staff", words: /员工|团队|人数|\bemployees\b|\bstaff\b|\bheadcount\b/giu, kinds: ["count", "bare"] },
  {
    name: "share",
    words: /份额|占比|增长率|准确率|渗透率|\bmarket share\b|\baccuracy\b|\bgrowth\b/giu,
    kinds: ["share", "points"],
  },
  { name: "amount", words: /卫星|总数|产量|销量|出货|\bmoons?\b|\bshipments?\b|\bsold\b/giu, kinds: ["count", "bare"] },
];

export interface Topic {
  /** What the values are of, as the person wrote it; never empty. */
  readonly entity: string;
  /** Those that are asked for; all where none is named. */
  readonly attributes: readonly Attribute[];
}

const CHANGE =
  /(?:的)?(?:是)?(?:怎么|如何|怎样)(?:变(?:化|动|迁)?|发展|演变|增长|涨|走)(?:的|了|来|过来|到现在)*|(?:的)?(?:历年|逐年|一路)?(?:变化|演变|走势|变迁|时间线|历史)(?:情况|过程)?|\bover (?:time|the years)\b|\bhow (?:has|have|did)\b|\b(?:changed?|evolved?|developed?|grow[n]?|history of|timeline(?: of)?)\b/giu;
const REST =
  /现在|目前|如今|当前|最新(?:的|一[轮次])?|今天|一共|大概|大约|到底|已经|多少(?:钱|人|亿|万|[美日欧]?元|个|名)?|是多少|有多[少大高]|几[个名家位]|达到|(?<![是有到了的吗呢啊吧])[是有到了的吗呢啊吧]+$|[?？。.!！]|\b(?:what|is|are|was|the|of|its|it|'s|now|currently|latest|current|today|how|many|much|does|do|have|has|did|to|at)\b|['’]s\b/giu;

/** Whether a question asks how something became what it is. */
export const asksForChange = (text: string): boolean => text.search(CHANGE) >= 0;

export const namesAttribute = (text: string): boolean => ATTRIBUTES.some(({ words }) => text.search(words) >= 0);

/** Whether it is of things that anything may have a number of: which of several things a sentence counts is not told by pattern. */
export const countsThings = (text: string): boolean =>
  ATTRIBUTES.every(({ name, words }) => name === "amount" || text.search(words) < 0);

/** null if no thing is left that the values could belong to. */
export function topicOf(text: string): Topic | null {
  const attributes = ATTRIBUTES.filter(({ words }) => text.search(words) >= 0);
  const bare = ATTRIBUTES.reduce((rest, { words }) => rest.replace(words, " "), text.replace(CHANGE, " "));
  const entity = nameIn(bare.replace(REST, " ").replace(/\s+/g, " ").trim());
  return entity === "" ? null : { entity, attributes: attributes.length === 0 ? ATTRIBUTES : attributes };
}

/** A name in Latin letters where there is one, else the first words. */
function nameIn(words: string): string {
  const latin = /[A-Za-z][\w.+&'’-]*(?: [A-Z][\w.+&'’-]*)*/u.exec(words)?.[0];
  return (latin ?? words.split(/[\s的，,、]/u).find((part) => part.length > 1) ?? "").trim();
}
