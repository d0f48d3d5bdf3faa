import { hanValue } from "./han-numerals.ts";

/** What multiplies the number before it. */
export const MAGNITUDES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
};
export const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
export const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
/** A row of Chinese numerals. */
export const HAN = "[零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?";

/** 2亿4900万 is one number. */
export function digitsValue(digits: string): number {
  const [, above, below] = /^(.+)亿(\d+)万$/.exec(digits) ?? [];
  if (above === undefined || below === undefined) return Number(digits.replaceAll(",", ""));
  return Number(above) * 1e8 + Number(below) * 1e4;
}

/** null where the words are no number. */
export function wordValue(han: string | undefined, word: string | undefined): number | null {
  if (han !== undefined) return /^[百千万亿]/.test(han) ? null : hanValue(han);
  if (word === "a" || word === "an") return 1;
  const parts = (word ?? "")
    .split(/[- ]/)
    .map((part) => (TENS.includes(part) ? 20 + 10 * TENS.indexOf(part) : WORDS.indexOf(part)));
  return parts.some((part) => part < 0) ? null : parts.reduce((sum, part) => sum + part, 0);
}
