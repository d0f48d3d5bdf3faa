import { FIRST_DIGIT, FIRST_HAN, SEPARATOR, type Vocabulary } from "./vocabulary.ts";

const COMBINING_MARK = /[\u0300-\u036f]/g;
/** What normalising leaves as it is, or turns into other separators: nearly all Chinese and English text. */
const PLAIN =
  /^[\0-\x7f\u00b7\u2013\u2014\u2018-\u201d\u2026\u3000-\u3002\u3008-\u3011\u3400-\u4dbf\u4e00-\u9fff！（），：；？]*$/;

/** Token ids of a text, cut as the table was trained: known digit runs whole, Latin and Chinese runs by greedy longest match. */
export function tokenise(vocabulary: Vocabulary, text: string): number[] {
  const { symbolOf, trie, start, continued } = vocabulary;
  const folded = fold(text);
  const ids: number[] = [];
  let before = SEPARATOR;
  for (let at = 0; at < folded.length; ) {
    const first = symbolOf[folded.charCodeAt(at)] ?? SEPARATOR;
    let id = -1;
    let end = at + 1;
    let node = isLetter(before) && isLetter(first) ? continued : start;
    for (let i = at, symbol = first; symbol !== SEPARATOR; symbol = symbolOf[folded.charCodeAt(++i)] ?? SEPARATOR) {
      node = trie.child(node, symbol);
      if (node < 0) break;
      const token = trie.token(node);
      if (token < 0) continue;
      id = token;
      end = i + 1;
    }
    if (isDigit(first)) {
      const runEnd = endOfDigits(symbolOf, folded, at);
      if (runEnd !== end) id = -1;
      end = runEnd;
    }
    if (id >= 0) ids.push(id);
    before = symbolOf[folded.charCodeAt(end - 1)] ?? SEPARATOR;
    at = end;
  }
  return ids;
}

/** Lower case, compatibility forms taken apart, accents gone. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize("NFKD").replace(COMBINING_MARK, "");
}

function isLetter(symbol: number): boolean {
  return symbol > SEPARATOR && symbol < FIRST_DIGIT;
}

function isDigit(symbol: number): boolean {
  return symbol >= FIRST_DIGIT && symbol < FIRST_HAN;
}

function endOfDigits(symbolOf: Uint16Array, text: string, start: number): number {
  let end = start;
  while (isDigit(symbolOf[text.charCodeAt(end)] ?? SEPARATOR)) end++;
  return end;
}
