/** The type of value that a question asks for, and where a text holds one: the first sign of an answer. */

export type AskedType = "money" | "share" | "duration" | "when" | "how-many";

interface ValueType {
  readonly type: AskedType;
  readonly asked: RegExp;
  readonly held: RegExp;
}

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const NUMBER = `(?:\\d[\\d,.]{0,30}(?:\\s?-?[十百千万亿]{1,4})?|[一二两三四五六七八九十百千万亿几]{1,12}|\\b(?:${SMALL}|hundreds?|thousands?))`;
const MAGNITUDE = "\\s?-?(?:(?:thousand|million|billion|trillion|bn|m|k)\\b)?[多余]?\\s?-?";
const COINS = "[美欧日港韩]?元|美金|欧元|英镑|人民币|港币|块|卢比|dollars?|euros?|pounds?|yuan|yen|rmb|usd|cents?";
const SPANS = "个?(?:世纪|月|星期|小时|钟头)|年|天|日|周|分钟|秒|centur|decade|year|month|week|day|hour|minute|second";
const PRICED = "营收|收入|投资|利润|成本|价格?|费|融资|估值|薪|工资|奖金|市值";

/** The first that fits counts. */
const VALUE_TYPES: readonly ValueType[] = [
  {
    type: "money",
    asked: new RegExp(
      `多少(?:钱|[美欧日港]?元|美金)|(?:${PRICED})[^，。]{0,6}多少|多少[^，。]{0,4}(?:${PRICED})|\\bhow much (?:money|(?:did|does|do|was|is|will) .*(?:cost|pa(?:y|id)|raise|invest|spen[dt]|worth|earn))|\\bwhat\\b.*\\b(?:price|cost|revenue|salary|valuation)\\b`,
      "iu",
    ),
    held: new RegExp(`[$¥€£₩]\\s?\\d[\\d,.]*|${NUMBER}${MAGNITUDE}(?:${COINS})`, "giu"),
  },
  {
    type: "share",
    asked:
      /百分之几|百分之多少|百分比|(?:比例|比率)[^，。]{0,4}多少|多少比例|\bwhat (?:percent|percentage|proportion|share|fraction)/iu,
    held: /\d\s?[%‰]|百分之|分之[一二三四五六七八九十]|[一二三四五六七八九]成|一半|\bpercent\b|\bper cent\b|\bhalf\b|\b(?:third|quarter)s?\b/giu,
  },
  {
    type: "duration",
    asked:
      /多久|多长时间|(?<![几多少])[几多少]+(?:年|天|个?小时|个?月|分钟)(?![代份])|\bhow (?:long|many (?:years|months|weeks|days|hours|minutes|seconds))\b/iu,
    held: new RegExp(`${NUMBER}${MAGNITUDE}(?:${SPANS})`, "giu"),
  },
  {
    type: "when",
    asked:
      /什么时候|什麼時候|何时|哪一?年|哪一?天|几月|几号|哪[个一]?(?:月|日|世纪|时期|年代)|\bwhen (?:did|do|does|was|were|is|are|has|had|have|will|would|can|could|should)\b|\b(?:what|which) (?:year|date|day|month|century|decade)/iu,
    held: new RegExp(
      `\\d{4}|\\d{1,20}\\s?[年月日]|\\b(?:${MONTHS})\\b|[一二三四五六七八九十]{1,20}(?:世纪|年代|月)|世纪|century|年代|\\d{1,2}:\\d`,
      "giu",
    ),
  },
  {
    type: "how-many",
    asked:
      /多少|几[个名位次年天种座条部家所岁]|多[长高大远重快深宽]|\bhow (?:many|much|far|tall|old|large|big|often|fast|deep|high)|\bwhat (?:number|population|amount)/iu,
    held: new RegExp(
      `\\d[\\d,.]*|[一二两三四五六七八九十百千万亿]{1,20}[个名人位次年天月种座条部支家所元米吨倍公里]|\\b(?:${SMALL}|hundred|thousand|million|billion|dozens?)\\b`,
      "giu",
    ),
  },
];

/** null: it asks for neither a time nor an amount. */
export function askedType(question: string): AskedType | null {
  return VALUE_TYPES.find(({ asked }) => asked.test(question))?.type ?? null;
}

/** For a question that asks when or how much: tells of a text whether it holds such a value that the question does not name itself; else null. */
export function askedValue(question: string): ((text: string) => boolean) | null {
  const type = VALUE_TYPES.find(({ asked }) => asked.test(question));
  if (type === undefined) return null;
  const named = question.normalize("NFKC");
  return (text) => (text.normalize("NFKC").match(type.held) ?? []).some((value) => !named.includes(value));
}

const PEOPLE = "人|员工|用户|学生|成员|读者|作者|people|persons?|employees|users|students|members|staff|workers";
/** Kinds whose answer has a form that is hard to miss: a sentence without it is a near miss, however near its words are. */
const STRICT: readonly Pick<ValueType, "asked" | "held">[] = [
  {
    asked: new RegExp(
      `多少钱|(?:花|募|融|赚|卖|亏|收)了?(?:资)?(?:多少|几个?亿)|(?:${PRICED})[^，。]{0,6}多少|怎么收费|\\bhow much (?:money|(?:did|does|do|has|have|was|is|will) .*(?:cost|pa(?:y|id)|raised?|invest|spen[dt]|worth|earn|valued))`,
      "iu",
    ),
    held: new RegExp(`[$¥€£₩]\\s?\\d[\\d,.]*|${NUMBER}${MAGNITUDE}(?:${COINS})|免费|\\bfree\\b`, "giu"),
  },
  {
    asked: new RegExp(`(?:多少|几)(?:个|名|位)?(?:${PEOPLE})|\\bhow many (?:${PEOPLE})\\b`, "iu"),
    held: new RegExp(`${NUMBER}${MAGNITUDE}(?:个|名|位)?[^，。,.;:\\d]{0,4}(?:${PEOPLE}|[名位])`, "giu"),
  },
  {
    asked: /(?:哪|什么)(?:一?[个所家])?(?:大学|学校|高校|院校|学院)|\b(?:which|what) (?:university|college|school)\b/iu,
    held: /(?<!\p{Script=Han})\p{Script=Han}{2,}(?:大学|学院|学校|中学|高中|小学)|[北清浙交科]大|\b(?:\p{Lu}\w+ )?(?:university|college|school|institute)\b(?: of \p{Lu}\w+)?|\bMIT\b/giu,
  },
];

/** For a question of such a kind: whether a text has the answer's form, with a value that the question does not name itself; else null. */
export function strictForm(question: string): ((text: string) => boolean) | null {
  const kind = STRICT.find(({ asked }) => asked.test(question));
  if (kind === undefined) return null;
  const named = question.normalize("NFKC");
  return (text) => (text.normalize("NFKC").match(kind.held) ?? []).some((value) => !named.includes(value));
}
