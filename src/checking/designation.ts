import type { Analysed } from "../language/analysed.ts";
import type { DateMention } from "../language/dates.ts";
import type { Figure } from "../language/figure.ts";
import type { CheckContext, Evidence } from "./context.ts";

/** A larger number counts something. */
const LARGEST = 999;
const NEIGHBOURS = 2;

/**
 * Is the number part of what something is called, such as 17号线, "Voyager 1" or a "four-minute mile"? It then stands beside the same
 * letters in the title, the heading or the question, or behind the same name in an earlier sentence.
 */
export function isDesignation(
  figure: Figure,
  claim: Analysed,
  cited: readonly Evidence[],
  { question }: CheckContext,
): boolean {
  if (!namesSomething(figure, claim)) return false;
  const known = cited.flatMap(({ title, heading }) => [title, ...(heading === null ? [] : [heading])]);
  const earlier = cited.flatMap(({ before }) => before);
  return (
    [question, ...known].some((text) => standsAlike(figure, claim.text, text.text)) ||
    (/(?:\p{Lu}\p{L}{0,40}[ -]?|\p{Script=Han})$/u.test(claim.text.slice(0, figure.start)) &&
      figure.unit === null &&
      earlier.some((text) => standsAlike(figure, claim.text, text.text)))
  );
}

/** The year of "the 1915 Çanakkale Bridge" dates nothing: the articles write the two words together elsewhere too. */
export function isYearInName(
  { year, month, start, end }: DateMention,
  claim: Analysed,
  cited: readonly Evidence[],
): boolean {
  const next = /^ (\p{Lu}[\p{L}'’-]+)/u.exec(claim.text.slice(end))?.[0];
  if (year === undefined || month !== undefined || next === undefined) return false;
  const name = claim.text.slice(start, end) + next;
  return cited.some(({ title, heading, before, after }) =>
    [title, heading, ...before, ...after].some((text) => text?.text.includes(name)),
  );
}

function namesSomething({ value, unit, weight, start, end }: Figure, { text }: Analysed): boolean {
  if (!Number.isInteger(value) || value > LARGEST) return false;
  const isCompound = text.slice(start, end).includes("-");
  return unit === null || unit.kind === "ordinal" || weight === "loose" || isCompound;
}

/** Beside the same letters on one side, with no digit on the other. */
function standsAlike({ start, end, unit }: Figure, claim: string, other: string): boolean {
  const number = fold(claim.slice(start, end));
  const before = fold(claim.slice(0, start)).slice(-NEIGHBOURS);
  // With its own classifier (17号) a number needs less beside it.
  const after = fold(claim.slice(end)).slice(0, unit === null ? NEIGHBOURS : 1);
  const text = fold(other);
  return (
    (/\p{L}$/u.test(before) &&
      indexesOf(before + number, text).some((at) => !isDigit(text[at + before.length + number.length]))) ||
    (/^\p{L}+$/u.test(after) && indexesOf(number + after, text).some((at) => !isDigit(text[at - 1])))
  );
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s-]/g, "");
const isDigit = (character: string | undefined): boolean => /\d/.test(character ?? "");

function indexesOf(part: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}
