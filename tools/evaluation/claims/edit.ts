import { type Random, shuffled } from "./random.ts";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function splice(text: string, { start, end }: Stretch, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Exchanges two stretches that do not overlap; null when they do. */
export function exchange(text: string, left: Stretch, right: Stretch): string | null {
  const [first, second] = left.start < right.start ? [left, right] : [right, left];
  if (first.end > second.start) return null;
  const a = text.slice(first.start, first.end);
  const b = text.slice(second.start, second.end);
  return splice(splice(text, second, a), first, b);
}

/** A pattern and what stands in its place; `$1` as in String.replace. */
export type Rewrite = readonly [pattern: RegExp, replacement: string];

/** Applies one of the rewrites at one place, in an order drawn at random; null where none fits. */
export function rewriteOnce(text: string, rewrites: readonly Rewrite[], random: Random): string | null {
  for (const [pattern, replacement] of shuffled(rewrites, random)) {
    const changed = text.replace(pattern, replacement);
    if (changed !== text) return tidy(changed);
  }
  return null;
}

/** No double blanks and no lower-case beginning after an English cut. */
export function tidy(text: string): string {
  const trimmed = text
    .replace(/ {2,}/g, " ")
    .replace(/ (?=[,.;])/g, "")
    .trim();
  return trimmed.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

export function withoutEnd(text: string): string {
  return text.replace(/[。．.!！]+[”"’」』）)]?$/u, "");
}

export function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`))].length;
}
