/** Whether a question asks for a value of some type, and whether a sentence holds one: the first sign of an answer. */

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";

export type AskedType = "when" | "how-many";

interface ValueType {
  readonly type: AskedType;
  readonly asked: RegExp;
  readonly held: RegExp;
}

const VALUE_TYPES: readonly ValueType[] = [
  {
    type: "when",
    asked:
      /什么时候|什麼時候|何时|哪一?年|哪一?天|几月|几号|哪[个一]?(?:月|日|世纪|时期|年代)|\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade)/iu,
    held: new RegExp(
      `\\d{4}|\\d+\\s*[年月日]|${MONTHS}|[一二三四五六七八九十]+世纪|世纪|century|年代|\\d{1,2}:\\d`,
      "iu",
    ),
  },
  {
    type: "how-many",
    asked:
      /多少|几[个名位次年天种座条部家所岁]|多[长高大远重久快深宽]|百分之几|\bhow (?:many|much|long|far|tall|old|large|big|often|fast|deep|high)|\bwhat (?:percent|percentage|number|fraction|proportion|population|amount)/iu,
    held: /\d|[一二两三四五六七八九十百千万亿]+[个名人位次年天月种座条部支家所元米吨倍公里]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|billion|dozens?)\b/iu,
  },
];

/** null: it asks for neither a time nor an amount. */
export function askedType(question: string): AskedType | null {
  return VALUE_TYPES.find(({ asked }) => asked.test(question))?.type ?? null;
}

/** For a question that asks when or how many: tells of a sentence whether it holds such a value; else null. */
export function askedValue(question: string): ((sentence: string) => boolean) | null {
  const type = VALUE_TYPES.find(({ asked }) => asked.test(question));
  return type === undefined ? null : (sentence) => type.held.test(sentence.normalize("NFKC"));
}
