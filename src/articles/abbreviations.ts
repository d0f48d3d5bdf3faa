const ALWAYS = new Set(
  "mr mrs ms dr prof st mt gen col sgt capt lt rep sen gov rev hon fig figs eq eqs sec ch vol pp ed eds cf vs e.g i.e al approx dept univ est jan feb mar apr jun jul aug sept sep oct nov dec".split(
    " ",
  ),
);
const BEFORE_NUMBER = new Set(["no", "nos", "p", "art", "op", "ca", "c"]);
/** These may also end a sentence; the next word decides. */
const SOMETIMES = new Set(["inc", "co", "corp", "ltd", "jr", "sr", "bros", "etc", "ph.d", "b.a", "m.d"]);
const OPENER =
  /^\s+(?:The|It|Its|In|He|She|His|Her|This|That|These|They|We|But|And|A|An|On|At|By|As|For|When|If|Since|There|No(?!\.))\b/;
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;

/** Whether the full stop at `at` belongs to an abbreviation, an initial or a number rather than ending the sentence. */
export function isAbbreviation(line: string, at: number): boolean {
  const after = line.slice(at + 1, at + 8);
  if (/^\d/.test(after) && /\d/.test(line[at - 1] ?? "")) return true;
  const word = /(?<![\p{L}.])[\p{L}.]+$/u.exec(line.slice(Math.max(0, at - 12), at))?.[0] ?? "";
  const lower = word.toLowerCase();
  if (word === "") return false;
  if (ALWAYS.has(lower) && !(lower === "al" && OPENER.test(after))) return isName(word, line, at);
  if (BEFORE_NUMBER.has(lower)) return /^\s*\d/.test(after) || (word.length === 1 && isInitial(word));
  if (SOMETIMES.has(lower) || DOTTED.test(word)) return after.trim() !== "" && !OPENER.test(after);
  return isInitial(word);
}

const isInitial = (word: string): boolean => /^\p{Lu}$/u.test(word);

/** `sec`, `mar` and `may` are words as well: as abbreviations they are followed by a figure or begin with a capital. */
function isName(word: string, line: string, at: number): boolean {
  if (!/^(?:sec|ch|est|ed|mar|jan|jun|sep|oct|dec|col|gen)$/i.test(word)) return true;
  return /^\s*\d/.test(line.slice(at + 1)) || (/^\p{Lu}/u.test(word) && /^\s+\p{Lu}/u.test(line.slice(at + 1)));
}
