import type { Span } from "../../src/domain.ts";
import { fold, foldWithOffsets } from "./fold.ts";

/** A shorter passage would share half of itself with nearly any text of its language. */
const LEAST_SHARED_OF_CHARS = 20;
const DIGIT = /\p{Nd}/u;
const TOKEN = /\p{Script=Han}|[\p{L}\p{N}]+(?:\.\p{Nd}+)*/gu;
const THOUSANDS = /(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))/gu;

/** Whether any accepted answer stands in the text; a figure only as a whole figure (`308` is not in `1308`). */
export function containsGold(text: string, answers: readonly string[]): boolean {
  const folded = fold(text);
  return answers.some((answer) => containsWhole(folded, fold(answer)));
}

function containsWhole(text: string, gold: string): boolean {
  if (gold === "") return false;
  for (let at = text.indexOf(gold); at >= 0; at = text.indexOf(gold, at + 1)) {
    if (!cutsFigure(text, at) && !cutsFigure(text, at + gold.length)) return true;
  }
  return false;
}

/** A cut between two digits, or between a digit and the decimal point beside it. */
function cutsFigure(text: string, at: number): boolean {
  const isFigure = (character: string | undefined) =>
    character !== undefined && (character === "." || DIGIT.test(character));
  return isFigure(text[at - 1]) && isFigure(text[at]);
}

/**
 * Best token F1 against any accepted answer, 0-1 (SQuAD, Rajpurkar et al. 2016); a Chinese character is a token, as in
 * CMRC 2018 (Cui et al. 2019).
 */
export function tokenF1(text: string, answers: readonly string[]): number {
  const given = tokens(text);
  return Math.max(0, ...answers.map((answer) => f1(given, tokens(answer))));
}

function tokens(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().replace(THOUSANDS, "").match(TOKEN) ?? [];
}

function f1(given: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of given) {
    const count = left.get(token) ?? 0;
    if (count > 0) {
      left.set(token, count - 1);
      common++;
    }
  }
  return common === 0 ? 0 : (2 * common) / (given.length + wanted.length);
}

/**
 * Whether two folded texts share a substring of half the shorter one or more. `found` may be cut: `wholeChars` is then
 * the folded length of the uncut text, so that a stump does not match by its shortness.
 */
export function sharesHalf(gold: string, found: string, wholeChars: number = found.length): boolean {
  const shorter = Math.min(gold.length, Math.max(wholeChars, LEAST_SHARED_OF_CHARS));
  return shorter > 0 && shareSubstring(gold, found, Math.ceil(shorter / 2));
}

/**
 * Exact and near linear: any common substring of `length` holds a whole block of about half its length, counted from
 * the start of the first text; each block is sought in the second and grown to both sides.
 */
export function shareSubstring(first: string, second: string, length: number): boolean {
  if (length > first.length || length > second.length) return false;
  const [few, many] = first.length <= second.length ? [first, second] : [second, first];
  const block = Math.floor((length + 1) / 2);
  for (let start = 0; start + block <= few.length; start += block) {
    const seed = few.slice(start, start + block);
    for (let at = many.indexOf(seed); at >= 0; at = many.indexOf(seed, at + 1)) {
      if (commonAround(few, start, many, at, block, length) >= length) return true;
    }
  }
  return false;
}

function commonAround(few: string, start: number, many: string, at: number, block: number, enough: number): number {
  let common = block;
  for (let back = 1; common < enough && back <= Math.min(start, at) && few[start - back] === many[at - back]; back++)
    common++;
  const room = Math.min(few.length - start, many.length - at);
  for (let on = block; common < enough && on < room && few[start + on] === many[at + on]; on++) common++;
  return common;
}

/** Finds quotes in one body, whatever blanks, markup and punctuation lie between. */
export function createQuoteFinder(body: string): (quote: string) => Span | null {
  const folded = foldWithOffsets(body);
  return (quote) => {
    const wanted = fold(quote);
    const at = wanted === "" ? -1 : folded.text.indexOf(wanted);
    const first = folded.offsets[at];
    const last = folded.offsets[at + wanted.length - 1];
    return first === undefined || last === undefined ? null : { start: first, end: last + 1 };
  };
}

/** Whether two spans overlap by half or more of the shorter. */
export function overlapsHalf(a: Span, b: Span): boolean {
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return overlap > 0 && overlap * 2 >= Math.min(a.end - a.start, b.end - b.start);
}
