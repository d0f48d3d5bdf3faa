/** How many of a text's distinct words its source may lack while it still counts as the same text, edited. */
const MOST_NEW_WORDS = 0.04;

const DIGITS = /\d[\d.,:]*(?<=\d)\s*[\p{L}%]?/gu;
const CHINESE_FIGURE = /[〇零二三四五六七八九十百千万亿两][〇零一二三四五六七八九十百千万亿两点]*\p{Script=Han}?/gu;
const ENGLISH_FIGURE =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|half|third|quarter|dozen|twice)\b/gi;
/** A capital after a small letter or a comma does not start a sentence. */
const LATIN_NAME = /(?<=[\p{Ll},，、\p{Script=Han}] ?)\p{Lu}[\p{L}\p{N}]+/gu;
const ADDRESS = /https?:\/\/[^\s\p{Script=Han}]+/gu;
const LATIN_WORD = /[\p{Script=Latin}]{2,}/gu;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

/**
 * Whether a text that nearly repeats its source adds nothing. One figure or name that the source lacks is enough: five daily
 * price lists share all sentences except for the prices.
 */
export function saysNothingNew(text: string, source: string): boolean {
  const [own, other] = [plain(text), plain(source)];
  for (const kind of [DIGITS, CHINESE_FIGURE, ENGLISH_FIGURE, LATIN_NAME]) {
    const known = setOf(other, kind);
    for (const found of setOf(own, kind)) if (!known.has(found)) return false;
  }
  const [words, known] = [wordsOf(own), wordsOf(other)];
  const fresh = [...words].filter((word) => !known.has(word)).length;
  return fresh <= words.size * MOST_NEW_WORDS;
}

const plain = (text: string): string => text.normalize("NFKC").replace(ADDRESS, " ");

const setOf = (text: string, kind: RegExp): Set<string> =>
  new Set((text.match(kind) ?? []).map((found) => found.toLowerCase().replace(/\s+/g, "")));

/** Latin words and pairs of Chinese characters. */
function wordsOf(text: string): Set<string> {
  const words = setOf(text, LATIN_WORD);
  for (const run of text.match(HAN_RUN) ?? []) {
    for (let at = 0; at + 2 <= run.length; at += 1) words.add(run.slice(at, at + 2));
  }
  return words;
}
