import type { Sentence } from "../domain.ts";
import { CUES, LEXICON } from "../language/lexicon.ts";
import { languageOf } from "../text/language.ts";

/**
 * Is the text the sentence, sign for sign, or a part of it that stands alone between semicolons? Only blanks, the forms of
 * one sign (full and half width), a first capital and the last stop may differ. A part counts only where nothing outside it
 * could turn or weaken it.
 */
export function isVerbatim(text: string, { text: sentence }: Pick<Sentence, "text">): boolean {
  const claim = fold(text);
  if (claim === "") return false;
  if (fold(sentence) === claim) return true;
  const parts = sentence.normalize("NFKC").split(/[;。]/);
  const at = parts.findIndex((part) => fold(part) === claim);
  return at >= 0 && !saysMore(parts.filter((_, index) => index !== at).join(";"));
}

function saysMore(rest: string): boolean {
  const { cues } = LEXICON[languageOf(rest)];
  return CUES.some((cue) => rest.toLowerCase().search(cues[cue]) >= 0);
}

function fold(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/g, "")
    .trim()
    .replace(/(?<![.。!;,、])[.。!;,、]+$/u, "");
  return plain.slice(0, 1).toLowerCase() + plain.slice(1);
}
