import type { Span } from "../domain.ts";
import { isAbbreviation } from "./abbreviations.ts";
import { cutLong } from "./cut-long.ts";

const LONGEST_QUOTE_CHARS = 300;
/** In a longer row of marks, only the last ones end the sentence. */
const LONGEST_MARKS_CHARS = 40;

const CLOSERS: Readonly<Record<string, string>> = {
  "「": "」",
  "『": "』",
  "“": "”",
  "‘": "’",
  "《": "》",
  "〈": "〉",
  "（": "）",
  "(": ")",
  "【": "】",
  "[": "]",
  '"': '"',
};
const SPEECH = new Set(["「", "『", "“", "‘", '"']);
const MARKER = /^\s*(?:#{1,6} |[-*•] |\d{1,3}[.)] )/;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}\u3000-\u303f\uff00-\uff60“”‘’「」"<>]+/guy;
const HARD_STOP = /[。！？；｡]/;
const TRAILING = /[。！？；｡…!?.”’」』）)》〉】\]]/;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/**
 * Sentences as spans of the text: ordered, disjoint, trimmed, and together covering every non-blank character.
 * A line end ends a sentence. Quotations up to 300 characters, numbers, abbreviations and addresses are never cut;
 * sentences over 400 characters are, at a comma if there is one.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    for (const span of joinWordless(line, lineSentences(line))) {
      for (const part of cutLong(line, span)) spans.push({ start: start + part.start, end: start + part.end });
    }
    start += line.length + 1;
  }
  return spans;
}

function lineSentences(line: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  let at = MARKER.exec(line)?.[0].length ?? 0;
  while (at < line.length) {
    const end = sentenceEnd(line, at);
    if (end === null) at = step(line, at);
    else {
      spans.push(trimmed(line, from, end));
      from = end;
      at = end;
    }
  }
  if (from < line.length) spans.push(trimmed(line, from, line.length));
  return spans.filter((span) => span.end > span.start);
}

/** Where the sentence ends if the character at `at` ends one, including closing marks; otherwise null. */
function sentenceEnd(line: string, at: number): number | null {
  const char = line[at] ?? "";
  if (SPEECH.has(char)) return speechEnd(line, at);
  if (HARD_STOP.test(char)) return pastTrailing(line, at + 1);
  if (char === "…") return ellipsisEnd(line, at);
  if (char === "!" || char === "?") return latinEnd(line, at);
  return char === "." && !isAbbreviation(line, at) ? latinEnd(line, at) : null;
}

/** The next place where a sentence may end: past a whole quotation or address, or one character on. */
function step(line: string, at: number): number {
  const close = closing(line, at);
  if (close !== null) return close + 1;
  ADDRESS.lastIndex = at;
  const address = "hw".includes(line[at] ?? " ") ? ADDRESS.exec(line)?.[0] : undefined;
  return address === undefined ? at + 1 : at + address.replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, "").length;
}

function closing(line: string, at: number): number | null {
  const open = line[at] ?? "";
  const close = CLOSERS[open];
  if (close === undefined) return null;
  // A straight mark after a letter closes something, or stands for inches.
  if (open === '"' && LETTER.test(line[at - 1] ?? " ") && !HAN.test(line[at - 1] ?? " ")) return null;
  let depth = 0;
  for (let index = at + 1; index < Math.min(line.length, at + LONGEST_QUOTE_CHARS + 1); index += 1) {
    if (line[index] === close && depth === 0) return index;
    if (line[index] === close) depth -= 1;
    else if (line[index] === open) depth += 1;
  }
  return null;
}

/** A quotation that ends with its own full stop ends the sentence too, unless a small letter or a comma follows. */
function speechEnd(line: string, at: number): number | null {
  const close = closing(line, at);
  if (close === null || !/[。！？!?.…]/.test(line[close - 1] ?? "")) return null;
  const wholeOrLed = at === 0 || /[：，:,\s。！？]/.test(line[at - 1] ?? "");
  const end = pastTrailing(line, close + 1);
  const after = line.slice(end, end + 3);
  if (/[。！？]/.test(line[close - 1] ?? "")) return wholeOrLed && !/^[，、；：,;的]/.test(after) ? end : null;
  return after === "" || /^\s+[\p{Lu}\p{N}“"‘(]/u.test(after) ? end : null;
}

function ellipsisEnd(line: string, at: number): number | null {
  const most = at + LONGEST_MARKS_CHARS;
  let end = at;
  while (end < most && line[end] === "…") end += 1;
  if (/^\s*[，、；：,;）)」』》]/.test(line.slice(end, end + 2))) return null;
  return end - at >= 2 || /^\s+\p{Lu}|^$/u.test(line.slice(end, end + 3)) ? pastTrailing(line, end) : null;
}

function latinEnd(line: string, at: number): number | null {
  const end = pastTrailing(line, at + 1);
  const after = line.slice(end, end + 4);
  if (after === "" || /^\s+[^\p{Ll}\s]/u.test(after)) return end;
  const before = line[at - 1] ?? "";
  return HAN.test(after[0] ?? "") &&
    (line[at] !== "." || HAN.test(before) || /[”’」』）)》"]/.test(line[end - 1] ?? ""))
    ? end
    : null;
}

function pastTrailing(line: string, from: number): number {
  const most = Math.min(line.length, from + LONGEST_MARKS_CHARS);
  let end = from;
  while (end < most && (TRAILING.test(line[end] ?? "") || closesStraightQuote(line, end))) end += 1;
  return end;
}

const closesStraightQuote = (line: string, at: number): boolean =>
  (line[at] === '"' || line[at] === "'") && /^(?:\s|$|[，。；：,;:)\]])/.test(line.slice(at + 1, at + 2));

function trimmed(line: string, start: number, end: number): Span {
  const text = line.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}

/** Marks without a letter belong to the sentence before them, or to the next one if there is none. */
function joinWordless(line: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    const worded = LETTER.test(line.slice(span.start, span.end));
    const beforeWorded = before === undefined || LETTER.test(line.slice(before.start, before.end));
    if (before !== undefined && (!worded || !beforeWorded))
      out[out.length - 1] = { start: before.start, end: span.end };
    else out.push(span);
  }
  return out;
}
