import type { MessageEntity } from "grammy/types";
import type { RichText } from "./rich-text.ts";

/** https://core.telegram.org/bots/api#sendmessage: 1-4096 UTF-16 units after parsing. */
export const MAX_MESSAGE_CHARS = 4_096;
/** Telegram drops entities past the hundredth without a word. */
export const MAX_ENTITIES = 100;

const CITATION = /\[\d+\]/g;
/** Where to cut, best first: paragraph, line, sentence with its closing quotes, blank. */
const BORDERS = [/\n\n/g, /\n/g, /[。！？；][”’」』）]*|[.!?]["'”’)]*(?=\s)/g, /\s/g];
/** A part shorter than this share of the limit is not worth a better border. */
const LEAST_SHARE = 1 / 3;

/** What no cut may go through: entities and `[n]`. */
type Whole = Pick<MessageEntity, "offset" | "length">;

/**
 * Parts that each fit into a message, in order, together the whole text but for blanks at the cuts. Cut at a paragraph,
 * else a line, else a sentence, else a blank; never inside a surrogate pair, a `[n]` or an entity, but for an entity
 * longer than a part, which goes on in the next. `maxChars` is at least 2.
 */
export function splitRichText(rich: RichText, maxChars = MAX_MESSAGE_CHARS, maxEntities = MAX_ENTITIES): RichText[] {
  const entities = rich.entities.toSorted((a, b) => a.offset - b.offset);
  const sorted: RichText = { text: rich.text, entities };
  const wholes: readonly Whole[] = [...entities, ...citationsIn(rich.text)];
  const parts: RichText[] = [];
  let start = skipBlanks(rich.text, 0);
  while (start < rich.text.length) {
    const limit = Math.min(rich.text.length, start + maxChars, entityLimit(sorted, start, maxEntities));
    const cut =
      limit === rich.text.length ? limit : pullBack(rich.text, wholes, start, bestBorder(rich.text, start, limit));
    parts.push(slice(sorted, start, trimEnd(rich.text, start, cut), maxEntities));
    start = skipBlanks(rich.text, cut);
  }
  return parts;
}

function citationsIn(text: string): Whole[] {
  return [...text.matchAll(CITATION)].map((match) => ({ offset: match.index, length: match[0].length }));
}

/** Where the first entity begins that would be one too many. */
function entityLimit({ entities }: RichText, start: number, maxEntities: number): number {
  const tooMany = entities.filter((entity) => entity.offset + entity.length > start)[maxEntities];
  return tooMany === undefined ? Number.POSITIVE_INFINITY : Math.max(start + 1, tooMany.offset);
}

function bestBorder(text: string, start: number, limit: number): number {
  const window = text.slice(start, limit);
  for (const border of BORDERS) {
    const end = lastMatchEnd(window, border);
    if (end > window.length * LEAST_SHARE) return start + end;
  }
  return limit;
}

function lastMatchEnd(text: string, border: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(border)) end = match.index + match[0].length;
  return end;
}

/** Moves the cut before everything that it would go through, as far as something is left before it. */
function pullBack(text: string, wholes: readonly Whole[], start: number, wanted: number): number {
  let cut = wanted;
  for (;;) {
    const crossed = wholes.find(({ offset, length }) => start < offset && offset < cut && cut < offset + length);
    if (crossed !== undefined) cut = crossed.offset;
    else if (!splitsPair(text, cut)) return cut;
    else if (cut - 1 > start) cut -= 1;
    else return cut + 1;
  }
}

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");
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

function slice({ text, entities }: RichText, start: number, end: number, maxEntities: number): RichText {
  const kept = entities.flatMap((entity): MessageEntity[] => {
    const from = Math.max(start, entity.offset);
    const to = Math.min(end, entity.offset + entity.length);
    return from < to ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: kept.slice(0, maxEntities) };
}
