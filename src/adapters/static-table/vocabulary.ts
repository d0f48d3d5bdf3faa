import { Trie } from "./trie.ts";

/** Symbols of the table's alphabet; 0 is whatever stands in no token. */
export const SEPARATOR = 0;
export const FIRST_DIGIT = 27;
export const FIRST_HAN = 37;
const LAST_HAN = 8191;
const CONTINUES = "##";

/** The tokens, ready to be matched. */
export interface Vocabulary {
  readonly size: number;
  /** UTF-16 code -> symbol; a traditional character has the symbol of its simplified one. */
  readonly symbolOf: Uint16Array;
  readonly trie: Trie;
  /** Root of the tokens that begin a run, and of those that continue a Latin word. */
  readonly start: number;
  readonly continued: number;
}

/**
 * @param tokens in the table's order; `##x` continues a Latin word
 * @param pairs traditional, simplified, traditional, …
 * @throws RangeError when the vocabulary is too large for its trie
 */
export function readVocabulary(tokens: readonly string[], pairs: readonly string[]): Vocabulary {
  const symbolOf = alphabetOf(tokens);
  for (let i = 0; i + 1 < pairs.length; i += 2)
    symbolOf[codeOf(pairs[i])] = symbolOf[codeOf(pairs[i + 1])] ?? SEPARATOR;
  const trie = new Trie();
  const start = trie.newNode();
  const continued = trie.newNode();
  for (let id = 0; id < tokens.length; id++) {
    const token = tokens[id] ?? "";
    if (token.startsWith(CONTINUES)) trie.add(continued, token, CONTINUES.length, symbolOf, id);
    else trie.add(start, token, 0, symbolOf, id);
  }
  return { size: tokens.length, symbolOf, trie, start, continued };
}

function alphabetOf(tokens: readonly string[]): Uint16Array {
  const symbolOf = new Uint16Array(1 << 16);
  for (let letter = 0; letter < 26; letter++) symbolOf[codeOf("a") + letter] = 1 + letter;
  for (let digit = 0; digit < 10; digit++) symbolOf[codeOf("0") + digit] = FIRST_DIGIT + digit;
  let next = FIRST_HAN;
  for (const token of tokens) {
    if (token < "\u3400") continue;
    for (let i = 0; i < token.length; i++) {
      const code = token.charCodeAt(i);
      if (symbolOf[code] === SEPARATOR) symbolOf[code] = next++;
    }
  }
  if (next > LAST_HAN) throw new RangeError(`A vocabulary of ${next - FIRST_HAN} Chinese characters.`);
  return symbolOf;
}

function codeOf(character = ""): number {
  return character.charCodeAt(0);
}
