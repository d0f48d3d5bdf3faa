import { addDays, type NamedDays, type Period } from "./period.ts";

const TO = /^\s*(?:到|至|~|～|—|–|-|直到|一直到|to|through|thru|until|till|and)\s*(?:了|the\s)?\s*$/i;
const LISTED = /^\s*(?:和|与|及|以及|、|,|and|&|or|或)\s*$/i;
const BETWEEN = /(?:\b(?:between|from)\s+(?:the\s+)?|[从自由])\s*$/i;
const NOW = /^\s*(?:到|至|直到|一直到|to|until|till|through)\s*(?:现在|如今|今天|目前|今|now|today|the present|date)/i;
const SINCE_BEFORE = /(?:\bsince(?: the)?|\bstarting(?: in| from)?|自从?|从)\s*$/i;
const SINCE_BEHIND = /^\s*(?:以来|至今|起(?![来始])|开始|(?:and )?onwards?\b|on\b(?! the)|到现在)/i;
const AFTER_BEFORE = /\b(?:after|later than|following)(?: the)?\s*$/i;
const AFTER_BEHIND = /^(?:之后|以后|后(?![来续面期半]))/;
const BEFORE_BEFORE = /\b(?:before|prior to|earlier than)(?: the)?\s*$/i;
const BEFORE_BEHIND = /^(?:之前|以前|前(?![沿后端三两几面身]))/;
const UNTIL_BEFORE = /(?:\b(?:until|till|up to|by|through|no later than)(?: the)?|截至|截止到?)\s*$/i;
const UNTIL_BEHIND = /^(?:为止|底前)/;

/** Named days with the words around them: from one to another, since, before. */
export function joinPeriods(named: readonly NamedDays[], text: string, today: string): Period[] {
  const periods: Period[] = [];
  for (let index = 0; index < named.length; index += 1) {
    const first = named[index];
    if (first === undefined) continue;
    const second = named[index + 1];
    const joined = second === undefined ? null : together(first, second, text);
    if (joined !== null) index += 1;
    periods.push(opened(joined ?? first, text, today));
  }
  return periods;
}

function together(first: NamedDays, second: NamedDays, text: string): NamedDays | null {
  // The readers leave the sign of 2023-2024年 to its second year.
  const sign = /^[-–—]/.exec(text.slice(second.start))?.[0] ?? "";
  const between = text.slice(first.end, second.start) + sign;
  const isRange = TO.test(between) && (!LISTED.test(between) || BETWEEN.test(text.slice(0, first.start)));
  if (!isRange && !LISTED.test(between)) return null;
  const [early, late] = first.from <= second.from ? [first, second] : [second, first];
  // Two that are merely listed must touch, or the days between them would be meant too.
  if (!isRange && addDays(early.to, 1) < late.from) return null;
  return {
    from: early.from,
    to: late.to > early.to ? late.to : early.to,
    unit: "day",
    start: first.start,
    end: second.end,
    isClosed: isRange,
  };
}

function opened({ from, to, start, end, isClosed }: NamedDays, text: string, today: string): Period {
  if (isClosed === true) return { from, to, start, end };
  const before = text.slice(0, start);
  const behind = text.slice(end);
  const now = NOW.exec(behind);
  if (now !== null) return { from, to: today, start: start, end: end + now[0].length };
  const since = SINCE_BEHIND.exec(behind);
  if (since !== null) return { from, to: null, start, end: end + since[0].length };
  const after = AFTER_BEHIND.exec(behind);
  if (after !== null) return { from: addDays(to, 1), to: null, start, end: end + after[0].length };
  const until = UNTIL_BEHIND.exec(behind);
  if (until !== null) return { from: null, to, start, end: end + until[0].length };
  const earlier = BEFORE_BEHIND.exec(behind);
  if (earlier !== null) return { from: null, to: addDays(from, -1), start, end: end + earlier[0].length };
  for (const [pattern, open] of OPENERS) {
    const match = pattern.exec(before);
    if (match !== null) return { ...open(from, to), start: match.index, end };
  }
  return { from, to, start, end };
}

type Ends = Pick<Period, "from" | "to">;
const OPENERS: readonly (readonly [RegExp, (from: string, to: string) => Ends])[] = [
  [BEFORE_BEFORE, (from) => ({ from: null, to: addDays(from, -1) })],
  [UNTIL_BEFORE, (_, to) => ({ from: null, to })],
  [AFTER_BEFORE, (_, to) => ({ from: addDays(to, 1), to: null })],
  [SINCE_BEFORE, (from) => ({ from, to: null })],
];
