import type { InlineQueryResult, InlineQueryResultsButton } from "grammy/types";
import { badRequest } from "./failure.ts";
import { isRecord } from "./json.ts";
import { readInlineKeyboard } from "./keyboard.ts";
import { type Limits, utf8Bytes } from "./limits.ts";
import type { Params } from "./params.ts";
import { readMessageText, type Warn } from "./text.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * `results` of an answer (#inlinequeryresult), with the texts they send as the server keeps them. The words are those of
 * tdlib/telegram-bot-api and of core.telegram.org/method/messages.setInlineBotResults. @throws ApiFailure 400
 */
export function readResults(values: readonly unknown[], limits: Limits, warn: Warn): readonly InlineQueryResult[] {
  if (values.length > limits.inlineResults) throw badRequest("too many inline query results specified");
  const results = values.map((value) => readResult(value, limits, warn));
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest("RESULT_ID_DUPLICATE");
  return results;
}

function readResult(value: unknown, limits: Limits, warn: Warn): InlineQueryResult {
  if (!isRecord(value)) throw unreadable("Inline query result must be an object");
  const type = required(value, "type");
  const id = required(value, "id");
  if (id === "") throw badRequest("RESULT_ID_EMPTY");
  if (utf8Bytes(id) > limits.inlineResultIdBytes) throw badRequest("RESULT_ID_INVALID");
  readInlineKeyboard(asParams({ reply_markup: value.reply_markup }), limits);
  if (type !== "article") return value as unknown as InlineQueryResult;
  if (required(value, "title") === "") throw badRequest("ARTICLE_TITLE_EMPTY");
  const content = readContent(value.input_message_content, limits, warn);
  return { ...value, input_message_content: content } as unknown as InlineQueryResult;
}

/** #inputtextmessagecontent: 1-4096 units after entity parsing, as for a message. */
function readContent(content: unknown, limits: Limits, warn: Warn): Fields {
  if (!isRecord(content)) throw unreadable('Can\'t find field "message_text"');
  if (typeof content.message_text !== "string") throw unreadable("Input message content is not specified");
  if (content.message_text === "") throw unreadable("Message text is empty");
  if (content.message_text.trim().length > limits.textUnits) throw badRequest("MESSAGE_TOO_LONG");
  const { message_text: text, entities, parse_mode } = content;
  const read = readMessageText(asParams({ text, entities, parse_mode }), limits, warn);
  return { ...content, message_text: read.text, entities: read.entities };
}

/** `button` of an answer (#inlinequeryresultsbutton); null without one. @throws ApiFailure 400 */
export function readResultsButton(button: unknown, limits: Limits): InlineQueryResultsButton | null {
  if (button === undefined) return null;
  const unreadableButton = (why: string) => badRequest(`can't parse inline query results button: ${why}`);
  if (!isRecord(button)) throw unreadableButton("InlineQueryResultsButton must be an Object");
  const { text, start_parameter: start } = button;
  if (typeof text !== "string") throw unreadableButton('Can\'t find field "text"');
  if (start === undefined && button.web_app === undefined) {
    throw unreadableButton("InlineQueryResultsButton must have exactly one optional field");
  }
  if (text === "") throw badRequest("SWITCH_PM_TEXT_EMPTY");
  if (start !== undefined) checkStartParameter(String(start), limits);
  return button as unknown as InlineQueryResultsButton;
}

function checkStartParameter(start: string, limits: Limits): void {
  if (start === "") throw badRequest("START_PARAM_EMPTY");
  if (start.length > limits.startParameterUnits) throw badRequest("START_PARAM_TOO_LONG");
  if (!/^[A-Za-z0-9_-]+$/.test(start)) throw badRequest("START_PARAM_INVALID");
}

function required(value: Fields, name: string): string {
  const field = value[name];
  if (typeof field !== "string") throw unreadable(`Can't find field "${name}"`);
  return field;
}

const unreadable = (why: string) => badRequest(`can't parse inline query result: ${why}`);
const asParams = (fields: Fields): Params => ({ fields, files: new Map() });
