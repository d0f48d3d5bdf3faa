import type { Pattern } from "./all-patterns.ts";
import { growthOf, isLinear, timeOf } from "./growth.ts";
import { hostile } from "./hostile-lines.ts";

/** What a pattern is run over first: short, for one that grows without bound would never end on more. */
const SHORT_CHARS = 32;
/** So much more than that is not measured over longer lines: it may never end. */
const HOPELESS = 50;

/** What sees no more than so many characters may take up to BOUNDED_MS over them. */
const SEES_AT_MOST: Readonly<Record<string, number>> = {
  // questions/read-message.ts shortens to LONGEST_QUESTION_CHARS first.
  "questions/": 2_000,
  // Claims up to LONGEST_CLAIM, and sentences, which are shorter.
  "checking/": 1_000,
  "language/": 1_000,
  // The words of a question.
  "answering/overview.ts": 2_000,
  // A longer line is no verdict.
  "answering/parse-verdicts.ts": 200,
};
const BOUNDED_MS = 60;

export interface Measure {
  /** How long the lines are at first. */
  readonly chars: number;
  /** What takes longer over such a line is measured over longer ones: a ratio of less says nothing. */
  readonly ms: number;
  readonly units: readonly string[];
}

/** The words and signs that the pattern itself waits for: who would hold it up repeats those. */
const ownUnits = ({ source }: RegExp): readonly string[] => source.match(/[\p{L}\p{N}]{2,24}|[^\p{C}]/gu) ?? [];

function run(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (pattern.global) text.replace(pattern, "");
  else pattern.exec(text);
}

/** Over which repeated unit the time grows faster than the text; null where over none. */
function heldUpBy({ file, regexp }: Pattern, { chars, ms, units }: Measure): string | null {
  const bound = Object.entries(SEES_AT_MOST).find(([room]) => file.startsWith(room))?.[1];
  const isSlow = (text: string) => [1, 2, 3].every(() => timeOf(() => run(regexp, text)) > ms);
  for (const unit of new Set([...units, ...ownUnits(regexp)])) {
    for (const length of [SHORT_CHARS, chars / 4, chars]) {
      const text = lineOf(unit, length);
      const first = timeOf(() => run(regexp, text));
      // The first time it is compiled as well.
      if (first > ms * HOPELESS && timeOf(() => run(regexp, text)) > ms * HOPELESS) return unit;
      if (first <= ms || !isSlow(text)) continue;
      const isHeldUp =
        bound === undefined
          ? !isLinear(growthOf((size) => run(regexp, lineOf(unit, size)), [length * 2, length * 4]))
          : timeOf(() => run(regexp, lineOf(unit, bound))) > BOUNDED_MS;
      if (isHeldUp) return unit;
    }
  }
  return null;
}

const lines = new Map<string, string>();

/** Made once for all patterns; begins with the unit and ends with a sign that no pattern waits for. */
function lineOf(unit: string, chars: number): string {
  const key = `${chars} ${unit}`;
  const line = lines.get(key) ?? hostile(unit, chars, "\u0001").slice(1);
  lines.set(key, line);
  return line;
}

export function slowPatterns(patterns: readonly Pattern[], measure: Measure): string[] {
  return patterns.flatMap((pattern) => {
    const unit = heldUpBy(pattern, measure);
    return unit === null ? [] : [`${pattern.file} ${pattern.regexp} over ${JSON.stringify(unit)}`];
  });
}
