import type { Message, MessageEntity, TextQuote } from "grammy/types";
import type { ChatState } from "./chats.ts";
import { readEntities, sliceEntities } from "./entities.ts";
import { badRequest } from "./failure.ts";
import { integerParam, jsonParam } from "./fields.ts";
import { isRecord } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { Params } from "./params.ts";

export interface Reply {
  readonly reply_to_message: NonNullable<Message["reply_to_message"]>;
  readonly quote?: TextQuote;
}

/** `reply_parameters` (#replyparameters), or the older `reply_to_message_id`. @throws ApiFailure 400 */
export function readReply(params: Params, chat: ChatState, limits: Limits): Reply | undefined {
  const given = jsonParam(params, "reply_parameters") ?? olderForm(params);
  if (given === undefined) return undefined;
  if (!isRecord(given)) throw badRequest("object expected as reply parameters");
  const id = Number(given.message_id ?? Number.NaN);
  if (Number.isNaN(id)) throw badRequest('can\'t find field "message_id"');
  const original = chat.messages.get(id);
  if (original === undefined) return withoutOriginal(given);
  const quote = readQuote(given, original, limits);
  return { reply_to_message: withoutItsReply(original), ...(quote === undefined ? {} : { quote }) };
}

function olderForm(params: Params): Readonly<Record<string, unknown>> | undefined {
  const id = integerParam(params, "reply_to_message_id");
  return id === undefined ? undefined : { message_id: id };
}

function withoutOriginal(given: Readonly<Record<string, unknown>>): undefined {
  if (given.allow_sending_without_reply !== true) throw badRequest("message to be replied not found");
}

/** As in #message: "this object will not contain further reply_to_message fields even if it itself is a reply". */
export function withoutItsReply(message: Message): NonNullable<Message["reply_to_message"]> {
  const { reply_to_message: _, ...rest } = message;
  return rest as NonNullable<Message["reply_to_message"]>;
}

function readQuote(given: Readonly<Record<string, unknown>>, original: Message, limits: Limits): TextQuote | undefined {
  const quote = given.quote;
  if (typeof quote !== "string" || quote === "") return undefined;
  const text = original.text ?? original.caption ?? "";
  const entities = keptInQuotes(readEntities(asArray(given.quote_entities), quote));
  const position = findQuote(quote, entities, text, original.entities ?? original.caption_entities ?? []);
  if (quote.length > limits.quoteUnits || position === undefined) throw badRequest("QUOTE_TEXT_INVALID");
  return { text: quote, position, is_manual: true, ...(entities.length === 0 ? {} : { entities: [...entities] }) };
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** "An exact substring of the message, including bold, italic, … entities": the styles must agree too. */
function findQuote(
  quote: string,
  entities: readonly MessageEntity[],
  text: string,
  textEntities: readonly MessageEntity[],
): number | undefined {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const original = keptInQuotes(sliceEntities(textEntities, at, at + quote.length));
    if (JSON.stringify(original.map(shape)) === JSON.stringify(entities.map(shape))) return at;
  }
  return undefined;
}

const KEPT: readonly string[] = [
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "custom_emoji",
  "date_time",
];
const keptInQuotes = (entities: readonly MessageEntity[]) => entities.filter(({ type }) => KEPT.includes(type));
const shape = ({ type, offset, length }: MessageEntity) => [type, offset, length];
