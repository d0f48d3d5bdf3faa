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
  for (const [id, token] of tokens.entries()) {
    const continues = token.startsWith(CONTINUES);
    const symbols = Array.from(continues ? token.slice(2) : token, (character) => symbolOf[codeOf(character)] ?? 0);
    trie.add(continues ? continued : start, symbols, id);
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
    for (const character of token) if (symbolOf[codeOf(character)] === SEPARATOR) symbolOf[codeOf(character)] = next++;
  }
  if (next > LAST_HAN) throw new RangeError(`A vocabulary of ${next - FIRST_HAN} Chinese characters.`);
  return symbolOf;
}

function codeOf(character = ""): number {
  return character.charCodeAt(0);
}
