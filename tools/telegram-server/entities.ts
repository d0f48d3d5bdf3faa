import type { MessageEntity } from "grammy/types";
import { badRequest } from "./failure.ts";
import { isRecord } from "./json.ts";
import { utf8Bytes } from "./limits.ts";
import { checkUrl } from "./url.ts";

// biome-ignore format: one glance is enough
const TYPES: readonly string[] = [
  "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
  "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
  "custom_emoji", "date_time",
];

/** Reads a list of MessageEntity for `text` and checks bounds (#messageentity). @throws ApiFailure 400 */
export function readEntities(values: readonly unknown[], text: string): readonly MessageEntity[] {
  const entities = values.map(readEntity).filter(({ length }) => length > 0);
  for (const entity of entities) checkBounds(entity, text);
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

function readEntity(value: unknown): MessageEntity {
  if (!isRecord(value)) throw badRequest("can't parse MessageEntity: MessageEntity must be an Object");
  const { type, offset, length } = value;
  if (typeof offset !== "number") throw missingField("offset");
  if (typeof length !== "number") throw missingField("length");
  if (typeof type !== "string") throw missingField("type");
  if (!TYPES.includes(type)) throw badRequest("can't parse MessageEntity: Unsupported type specified");
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
  checkOwnField(type, value);
  return value as unknown as MessageEntity;
}

function checkOwnField(type: string, entity: Readonly<Record<string, unknown>>): void {
  if (type === "text_link") {
    if (typeof entity.url !== "string") throw missingField("url");
    checkUrl(entity.url, "entity URL");
  }
  if (type === "text_mention" && !isRecord(entity.user)) throw missingField("user");
  if (type === "custom_emoji" && typeof entity.custom_emoji_id !== "string") throw missingField("custom_emoji_id");
}

const missingField = (name: string) => badRequest(`can't parse MessageEntity: Can't find field "${name}"`);

function checkBounds({ offset, length }: MessageEntity, text: string): void {
  const end = offset + length;
  if (offset >= text.length) throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  const beginning = `entity beginning at UTF-16 offset ${offset}`;
  if (end > text.length) throw badRequest(`${beginning} ends after the end of the text at UTF-16 offset ${end}`);
  if (splitsSymbol(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${byteAfter(text, offset)}`);
  }
  if (splitsSymbol(text, end)) {
    throw badRequest(`${beginning} ends in a middle of a UTF-16 symbol at byte offset ${byteAfter(text, end)}`);
  }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const splitsSymbol = (text: string, at: number) => isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
const byteAfter = (text: string, insideSymbol: number) => utf8Bytes(text.slice(0, insideSymbol + 1));

/** Cuts entities to [start, end) of the text and counts them from `start`; those left empty go. */
export function sliceEntities(
  entities: readonly MessageEntity[],
  start: number,
  end: number,
): readonly MessageEntity[] {
  return entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
}

/** Those that begin inside an earlier one and end after it, which the rules for nesting forbid (#formatting-options). */
export function crossingEntities(sorted: readonly MessageEntity[]): readonly MessageEntity[] {
  return sorted.filter((late, index) =>
    sorted.slice(0, index).some((early) => {
      const earlyEnd = early.offset + early.length;
      return late.offset > early.offset && late.offset < earlyEnd && late.offset + late.length > earlyEnd;
    }),
  );
}
