import type { MessageEntity } from "grammy/types";
import { crossingEntities, readEntities, sliceEntities } from "./entities.ts";
import { badRequest } from "./failure.ts";
import { arrayParam, stringParam } from "./fields.ts";
import { type Limits, utf8Bytes } from "./limits.ts";
import type { Params } from "./params.ts";

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Which parameters hold a text, its longest length, and the words the real server has for it. */
interface TextRule {
  readonly name: "text" | "caption";
  readonly entitiesName: "entities" | "caption_entities";
  readonly maxUnits: number;
  readonly tooLong: string;
}

/** Told of what the real server mends without a word. */
export type Warn = (description: string) => void;

/** `text` of a message: 1-4096 UTF-16 units after trimming (#sendmessage). @throws ApiFailure 400 */
export function readMessageText(params: Params, limits: Limits, warn: Warn): FormattedText {
  if (!stringParam(params, "text")) throw badRequest("message text is empty");
  const formatted = readDraftText(params, limits, warn);
  if (formatted.text === "") throw badRequest("text must be non-empty");
  return formatted;
}

/** `text` of a draft: 0-4096 UTF-16 units (#sendmessagedraft). @throws ApiFailure 400 */
export function readDraftText(params: Params, limits: Limits, warn: Warn): FormattedText {
  const rule: TextRule = {
    name: "text",
    entitiesName: "entities",
    maxUnits: limits.textUnits,
    tooLong: "message is too long",
  };
  return readText(params, rule, limits, warn);
}

/** `caption` of a document: 0-1024 UTF-16 units (#senddocument). @throws ApiFailure 400 */
export function readCaption(params: Params, limits: Limits, warn: Warn): FormattedText {
  const rule: TextRule = {
    name: "caption",
    entitiesName: "caption_entities",
    maxUnits: limits.captionUnits,
    tooLong: "message caption is too long",
  };
  return readText(params, rule, limits, warn);
}

function readText(params: Params, rule: TextRule, limits: Limits, warn: Warn): FormattedText {
  const raw = stringParam(params, rule.name) ?? "";
  if (utf8Bytes(raw) > limits.rawTextBytes) throw badRequest("text is too long");
  refuseParseMode(params);
  const entities = readEntities(arrayParam(params, rule.entitiesName) ?? [], raw);
  const trimmed = trim({ text: raw, entities });
  if (trimmed.text.length > rule.maxUnits) throw badRequest(rule.tooLong);
  return mend(trimmed, limits, warn);
}

/** Only entities are spoken here: they need no escaping, so the bot has no use for markup. */
function refuseParseMode(params: Params): void {
  if (stringParam(params, "parse_mode")) throw badRequest("unsupported parse_mode");
}

function trim({ text, entities }: FormattedText): FormattedText {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return { text: text.slice(start, end), entities: sliceEntities(entities, start, end) };
}

/** The real server answers 200 and shows less than was asked for; a test must not miss that. */
function mend({ text, entities }: FormattedText, limits: Limits, warn: Warn): FormattedText {
  const crossing = crossingEntities(entities);
  if (crossing.length > 0) warn(`${crossing.length} entities cross others and are dropped`);
  const nested = entities.filter((entity) => !crossing.includes(entity));
  const tooMany = nested.length - limits.entities;
  if (tooMany > 0) warn(`${tooMany} entities after the first ${limits.entities} are dropped`);
  return { text, entities: nested.slice(0, limits.entities) };
}
