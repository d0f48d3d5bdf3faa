import type { Span } from "../domain.ts";

const OPENING = "「『“《（(【[";
const CLOSING = "」』”》）)】]";
const TERMINATOR = /[。！？!?…]/;
const LONGEST_CHARS = 400;
/** Inside a longer quotation sentences end as elsewhere. */
const LONGEST_QUOTATION_CHARS = 200;
const SOFT_BREAK = /[，,；;：:、\s]/;
const ABBREVIATION =
  /(?:^|[\s("'“])(?:mr|mrs|ms|dr|prof|sr|jr|st|no|vol|fig|eq|vs|etc|inc|ltd|co|corp|approx|est|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|e\.g|i\.e|cf|al|gen|col|lt|capt|rev|u\.s|u\.k|a\.m|p\.m|[a-z])$/i;

/**
 * Sentences of a text as spans, ordered, disjoint and together holding every character that is not blank. A line end
 * always ends one; a full stop does not inside a quotation, a number, an abbreviation or an address. Longer ones than 400
 * characters are cut at a comma.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    for (const span of splitLine(line)) pushTrimmed(text, start + span.start, start + span.end, spans);
    start += line.length + 1;
  }
  return spans;
}

function splitLine(line: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let depth = 0;
  let openedAt = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? "";
    if (OPENING.includes(character)) {
      if (depth === 0) openedAt = i;
      depth++;
    } else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    if (!endsSentence(line, i)) continue;
    let end = i + 1;
    while (end < line.length && (TERMINATOR.test(line[end] ?? "") || line[end] === "." || CLOSING.includes(line[end] ?? "") || /["'’]/.test(line[end] ?? ""))) {
      if (CLOSING.includes(line[end] ?? "")) depth = Math.max(0, depth - 1);
      end++;
    }
    i = end - 1;
    if (depth > 0 && i - openedAt < LONGEST_QUOTATION_CHARS && line.length - openedAt > 0 && closesLater(line, end)) continue;
    depth = 0;
    spans.push({ start, end });
    start = end;
  }
  if (start < line.length) spans.push({ start, end: line.length });
  return spans.flatMap((span) => cutLong(line, span));
}

function closesLater(line: string, from: number): boolean {
  for (let i = from; i < Math.min(line.length, from + LONGEST_QUOTATION_CHARS); i++) if (CLOSING.includes(line[i] ?? "")) return true;
  return false;
}

function endsSentence(line: string, at: number): boolean {
  const character = line[at] ?? "";
  if (character !== ".") {
    if (!TERMINATOR.test(character)) return false;
    return !/[!?]/.test(character) || !/[\w/=&]/.test(line[at + 1] ?? "");
  }
  const next = line.slice(at + 1);
  if (next !== "" && !/^["'”’)\]」』]*(?:\s|$|\p{Script=Han})/u.test(next)) return false;
  if (/^["'”’)]*\s+[a-z]/.test(next)) return false;
  const before = line.slice(Math.max(0, at - 12), at);
  if (/^\s*\d{1,3}$/.test(line.slice(0, at))) return false;
  return !ABBREVIATION.test(before) || next.trim() === "";
}

function cutLong(line: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST_CHARS) {
    let cut = from + LONGEST_CHARS;
    while (cut > from + LONGEST_CHARS / 2 && !SOFT_BREAK.test(line[cut - 1] ?? "")) cut--;
    if (cut === from + LONGEST_CHARS / 2) cut = from + LONGEST_CHARS;
    if (/[\udc00-\udfff]/.test(line[cut] ?? "")) cut--;
    spans.push({ start: from, end: cut });
    from = cut;
  }
  return [...spans, { start: from, end }];
}

function pushTrimmed(text: string, start: number, end: number, spans: Span[]): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  if (from < to) spans.push({ start: from, end: to });
}
