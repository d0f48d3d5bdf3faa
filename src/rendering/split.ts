import type { MessageEntity } from "grammy/types";
import type { RichText } from "./rich-text.ts";

/** https://core.telegram.org/bots/api#sendmessage: 1-4096 UTF-16 units after parsing. */
export const MAX_MESSAGE_CHARS = 4_096;
/** Telegram drops entities past the hundredth without a word. */
export const MAX_ENTITIES = 100;

const CITATION = /\[\d+\]/g;

/**
 * Parts that each fit into a message, in order, together the whole text but for blanks at the cuts. Cut at a paragraph,
 * else a line, else a sentence, else a blank; never inside a surrogate pair or a `[n]`. An entity that is longer than a
 * part goes on in the next.
 */
export function splitRichText(rich: RichText, maxChars = MAX_MESSAGE_CHARS, maxEntities = MAX_ENTITIES): RichText[] {
  const parts: RichText[] = [];
  let start = skipBlanks(rich.text, 0);
  while (start < rich.text.length) {
    const cut = findCut(rich, start, maxChars, maxEntities);
    const end = trimEnd(rich.text, start, cut);
    if (end > start) parts.push(slice(rich, start, end));
    start = skipBlanks(rich.text, cut);
  }
  return parts;
}

function findCut(rich: RichText, start: number, maxChars: number, maxEntities: number): number {
  const limit = Math.min(rich.text.length, start + maxChars, entityLimit(rich, start, maxEntities));
  if (limit === rich.text.length) return limit;
  const window = rich.text.slice(start, limit);
  const least = window.length / 3;
  for (const border of [/\n\n/g, /\n/g, /[。！？；]|[.!?](?=\s)/g, /\s/g]) {
    const at = lastMatchEnd(window, border);
    if (at > least) return avoidSplitting(rich, start, start + at);
  }
  return avoidSplitting(rich, start, limit);
}

function entityLimit(rich: RichText, start: number, maxEntities: number): number {
  const later = rich.entities
    .filter((entity) => entity.offset + entity.length > start)
    .sort((a, b) => a.offset - b.offset);
  const first = later[maxEntities];
  return first === undefined ? Number.POSITIVE_INFINITY : Math.max(start + 1, first.offset);
}

function lastMatchEnd(text: string, border: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(border)) end = match.index + match[0].length;
  return end;
}

function avoidSplitting(rich: RichText, start: number, wanted: number): number {
  let cut = wanted;
  for (const entity of rich.entities) {
    if (entity.offset > start && entity.offset < cut && entity.offset + entity.length > cut) cut = entity.offset;
  }
  for (const match of rich.text.slice(Math.max(start, cut - 12), cut + 12).matchAll(CITATION)) {
    const at = Math.max(start, cut - 12) + match.index;
    if (at > start && at < cut && at + match[0].length > cut) cut = at;
  }
  const splitsPair = /[\ud800-\udbff]/.test(rich.text[cut - 1] ?? "") && /[\udc00-\udfff]/.test(rich.text[cut] ?? "");
  if (splitsPair) cut = cut - 1 > start ? cut - 1 : cut + 1;
  return cut;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? "")) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}

function slice({ text, entities }: RichText, start: number, end: number): RichText {
  const kept = entities.flatMap((entity): MessageEntity[] => {
    const from = Math.max(start, entity.offset);
    const to = Math.min(end, entity.offset + entity.length);
    return from < to ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: kept };
}
