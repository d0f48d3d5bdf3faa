import type { Span } from "../domain.ts";

const LONGEST_SENTENCE_CHARS = 400;
const SHORTEST_PART_CHARS = 160;

/** Transcribed Chinese without punctuation has a space where the speaker paused. */
const BREATH = /(?<=\p{Script=Han})[ \t]+(?=\p{Script=Han})/gu;
const POINT = /[。！？；，、.!?;,]/;

/** A sentence over 400 characters in parts: cut after a comma or semicolon, else at a space, else anywhere. */
export function cutLong(text: string, span: Span): Span[] {
  if (span.end - span.start <= LONGEST_SENTENCE_CHARS) return span.start < span.end ? [span] : [];
  const whole = text.slice(span.start, span.end);
  if (POINT.test(whole)) return cutInParts(text, span);
  const parts: Span[] = [];
  let from = span.start;
  for (const { index, 0: blank } of whole.matchAll(BREATH)) {
    parts.push({ start: from, end: span.start + index });
    from = span.start + index + blank.length;
  }
  return [...parts, { start: from, end: span.end }].flatMap((part) => cutInParts(text, part));
}

function cutInParts(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  while (span.end - start > LONGEST_SENTENCE_CHARS) {
    const cut = cutAt(text.slice(start, start + LONGEST_SENTENCE_CHARS));
    parts.push({ start, end: start + text.slice(start, start + cut).trimEnd().length });
    start += cut;
    while (start < span.end && /\s/.test(text[start] ?? "")) start += 1;
  }
  if (start < span.end) parts.push({ start, end: span.end });
  return parts;
}

function cutAt(window: string): number {
  for (const border of [/[，；;](?!\d)/g, /[,、：](?!\d)/g, /\s/g]) {
    const last = [...window.matchAll(border)]
      .map((match) => match.index + 1)
      .findLast((end) => end >= SHORTEST_PART_CHARS);
    if (last !== undefined) return last;
  }
  const high = window.charCodeAt(window.length - 1);
  return high >= 0xd800 && high <= 0xdbff ? window.length - 1 : window.length;
}
