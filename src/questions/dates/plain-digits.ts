import { hanValue } from "./readers.ts";

/** 十二月 and 三天前; not 周一 or 上周三, not a number that goes on, and 第一季度 the readers know. */
const NUMERAL =
  /(?<![周期拜零〇一二三四五六七八九十百千万亿两])[零〇一二三四五六七八九十两]{1,4}(?=\s?(?:个(?:月|星期|礼拜|季度)|[年月日号周天篇]|星期|礼拜))/gu;

/** NFKC, with Chinese numerals before a unit of time as digits. */
export function plainDigits(text: string): string {
  return text.normalize("NFKC").replace(NUMERAL, (numeral) => String(hanValue(numeral) ?? numeral));
}
