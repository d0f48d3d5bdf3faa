/** Han, kana and full-width punctuation: what stands next to its like without a space. */
export const CJK =
  "\\p{Script=Han}\\u3000-\\u303f\\u3040-\\u30ff\\uff01-\\uff60\\u2018\\u2019\\u201c\\u201d\\u2026\\u2014";

const HAN = /[\p{Script=Han}\u3040-\u30ff]/gu;
const OTHER_CHAR_SIZE = 0.45;

/** Length of a text in Chinese characters' worth of content: a Han character counts 1, any other 0.45. */
export function textSize(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  return han + (text.length - han) * OTHER_CHAR_SIZE;
}

/** A key that two lines share if they say the same: only letters and digits, in one width and case. */
export function lineKey(line: string): string {
  return line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
