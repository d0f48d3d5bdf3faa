import { type Analysed, analyse } from "./attribution/analysed.ts";

/** Whether a question asks for a value of some type, and whether a sentence holds one: the first sign of an answer. */
export type AskedType = "when" | "how-many";

const ASKED: readonly (readonly [AskedType, RegExp])[] = [
  [
    "when",
    /什么时候|什麼時候|何时|哪一?年|哪一?天|几月|几号|哪[个一]?(?:月|日|世纪|时期|年代)|\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade)/iu,
  ],
  [
    "how-many",
    /多少|几[个名位次年天种座条部家所岁]|多[长高大远重久快深宽]|百分之几|\bhow (?:many|much|long|far|tall|old|large|big|often|fast|deep|high)|\bwhat (?:percent|percentage|number|fraction|proportion|population|amount)/iu,
  ],
];

/** null: it asks for neither a time nor an amount. */
export function askedType(question: string): AskedType | null {
  return ASKED.find(([, words]) => words.test(question))?.[0] ?? null;
}

/** For a question that asks when or how many: tells of a sentence whether it holds such a value that the question does not name itself; else null. */
export function askedValue(question: string): ((sentence: string) => boolean) | null {
  const type = askedType(question);
  if (type === null) return null;
  const asked = question.normalize("NFKC");
  return (sentence) => {
    const read = analyse(sentence);
    return valuesOf(type, read).some(({ start, end }) => !asked.includes(read.text.slice(start, end).trim()));
  };
}

/** Dates, or figures, of a text. */
export function valuesOf(type: AskedType, { dates, figures }: Analysed): Analysed["dates" | "figures"] {
  return type === "when" ? dates : figures;
}
