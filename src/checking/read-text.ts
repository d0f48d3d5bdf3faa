import { type Analysed, analyse } from "../language/analysed.ts";
import type { SentenceEncoder } from "../ports.ts";
import { type Clause, clausesOf, type Word, wordsOf } from "./words.ts";

/** A claim or a sentence as the check reads it: dates, figures, clauses, and the words that say something. */
export interface ReadText extends Analysed {
  readonly clauses: readonly Clause[];
  readonly words: readonly Word[];
}

/** U.S. and US are one. */
export const withoutPeriods = (text: string): string =>
  text.replace(/\b(?:\p{Lu}\.){2,}/gu, (initials) => initials.replaceAll(".", ""));

export function readText(source: string, encoder: SentenceEncoder): ReadText {
  const analysed = analyse(withoutPeriods(source));
  const clauses = clausesOf(analysed.text, analysed.language);
  return { ...analysed, clauses, words: wordsOf(analysed.text, clauses, encoder) };
}
