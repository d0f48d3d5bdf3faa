import type { InlineKeyboardMarkup, Message } from "grammy/types";
import { badRequest } from "./failure.ts";
import { jsonParam } from "./fields.ts";
import { isRecord } from "./json.ts";
import { type Limits, utf8Bytes } from "./limits.ts";
import type { Params } from "./params.ts";
import { checkUrl } from "./url.ts";

const FLAGS = ["force_reply", "remove_keyboard", "selective", "one_time_keyboard", "is_persistent", "resize_keyboard"];

/**
 * `reply_markup` of a message (#inlinekeyboardmarkup). Only an inline keyboard stays with the message; the other
 * kinds are checked and change the sender's keyboard only. @throws ApiFailure 400
 */
export function readInlineKeyboard(params: Params, limits: Limits): InlineKeyboardMarkup | undefined {
  const markup = jsonParam(params, "reply_markup");
  if (markup === undefined) return undefined;
  if (!isRecord(markup)) throw badRequest("object expected as reply markup");
  for (const flag of FLAGS) checkFlag(markup, flag);
  if (markup.inline_keyboard === undefined) return undefined;
  const buttons = buttonsOf(markup.inline_keyboard);
  for (const button of buttons) checkButton(button, limits);
  if (buttons.length > limits.keyboardButtons || utf8Bytes(JSON.stringify(markup)) > limits.keyboardBytes) {
    throw badRequest("reply markup is too long");
  }
  return markup as unknown as InlineKeyboardMarkup;
}

function checkFlag(markup: Readonly<Record<string, unknown>>, flag: string): void {
  const value = markup[flag];
  if (value !== undefined && typeof value !== "boolean") throw badRequest(`field "${flag}" must be of type Boolean`);
}

function buttonsOf(rows: unknown): readonly unknown[] {
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array');
  return rows.flatMap((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays');
    return row as readonly unknown[];
  });
}

function checkButton(button: unknown, limits: Limits): void {
  const unreadable = (why: string) => badRequest(`can't parse inline keyboard button: ${why}`);
  if (!isRecord(button)) throw unreadable("InlineKeyboardButton must be an Object");
  if (button.text === undefined) throw unreadable('Can\'t find field "text"');
  if (typeof button.text !== "string") throw unreadable('Field "text" must be of type String');
  if (!hasAction(button)) throw unreadable("Text buttons are unallowed in the inline keyboard");
  checkAction(button, limits);
}

const ACTIONS = ["url", "callback_data", "web_app", "login_url", "copy_text", "callback_game", "pay"];
/** These two mean something when empty: the input field gets the bot's name alone. */
const ACTIONS_THAT_MAY_BE_EMPTY = ["switch_inline_query", "switch_inline_query_current_chat"];

function hasAction(button: Readonly<Record<string, unknown>>): boolean {
  return (
    ACTIONS.some((name) => button[name] !== undefined && button[name] !== "") ||
    [...ACTIONS_THAT_MAY_BE_EMPTY, "switch_inline_query_chosen_chat"].some((name) => button[name] !== undefined)
  );
}

function checkAction(button: Readonly<Record<string, unknown>>, limits: Limits): void {
  const { callback_data: data, url, copy_text: copy } = button;
  if (typeof data === "string" && utf8Bytes(data) > limits.callbackDataBytes) throw badRequest("BUTTON_DATA_INVALID");
  if (typeof url === "string") checkUrl(url, "inline keyboard button URL");
  if (isRecord(copy) && !isCopyable(copy.text, limits)) throw badRequest("BUTTON_COPY_TEXT_INVALID");
}

const isCopyable = (text: unknown, limits: Limits) =>
  typeof text === "string" && text.length > 0 && text.length <= limits.copyTextUnits;

/** Whether a message has a button that sends `data`. */
export function hasButton(message: Message, data: string): boolean {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some((button) => "callback_data" in button && button.callback_data === data);
}
