import { simplified } from "./simplified.ts";

/**
 * A text as exact search compares it: NFKC, lower case, simplified characters, and each run of blanks one space. The two
 * small sigmas are one, for which of them a capital becomes hangs on its neighbours.
 */
export function fold(text: string): string {
  return simplified(text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ").replace(/\s+/gu, " "));
}

/** Folds to one character, whatever stands beside it. */
const ALONE = /^[a-z0-9\u4e00-\u9fff\u3001\u3002]$/;
/** Only marks and the later letters of a Hangul syllable compose with what stands before: https://unicode.org/reports/tr15/ (NFC_QC=Maybe). */
const JOINS = /^[\p{M}\u1161-\u1175\u11a8-\u11c2]/u;

/** Whether the character may change how what stands before it is folded. */
export function joinsBefore(character: string): boolean {
  return !ALONE.test(character) && JOINS.test(character.normalize("NFKD"));
}
