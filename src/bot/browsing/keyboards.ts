import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { ArticleId, PageOf } from "../../domain.ts";
import type { Say } from "../../rendering/say.ts";
import { type Action, dataOf } from "./shown.ts";

const MOST_IN_ONE_ROW = 5;
const NUMBERS_PER_ROW = 4;

/** A button a row of the page, then those that turn it. */
export function listKeyboard(key: string, page: PageOf<unknown>, ids: readonly ArticleId[]): InlineKeyboard {
  const numbers = ids.map((id, index) => button(String(page.first + index), key, { kind: "article", id }));
  const perRow = numbers.length <= MOST_IN_ONE_ROW ? MOST_IN_ONE_ROW : NUMBERS_PER_ROW;
  const rows = Array.from({ length: Math.ceil(numbers.length / perRow) }, (_, row) =>
    numbers.slice(row * perRow, (row + 1) * perRow),
  );
  return keyboardOf([...rows, turnButtons(key, page)]);
}

/** The pages of what was found in one article, and what can be done with it. */
export function placesKeyboard(key: string, page: PageOf<unknown>, say: Say): InlineKeyboard {
  return keyboardOf([turnButtons(key, page), ...articleButtons(key, say)]);
}

export function cardKeyboard(key: string, say: Say): InlineKeyboard {
  return keyboardOf(articleButtons(key, say));
}

/** First, previous, next and last page, each only where it leads somewhere new; their labels say where to. */
function turnButtons(key: string, { page, pages }: PageOf<unknown>): InlineKeyboardButton[] {
  const turns = [
    { isOffered: page > 1, label: "« 1", to: 0 },
    { isOffered: page > 0, label: `‹ ${page}`, to: page - 1 },
    { isOffered: page < pages - 1, label: `${page + 2} ›`, to: page + 1 },
    { isOffered: page < pages - 2, label: `${pages} »`, to: pages - 1 },
  ];
  return turns
    .filter(({ isOffered }) => isOffered)
    .map(({ label, to }) => button(label, key, { kind: "page", page: to }));
}

function articleButtons(key: string, say: Say): InlineKeyboardButton[][] {
  return [
    [button(say("summarise-it"), key, { kind: "summarise" }), button(say("send-file"), key, { kind: "file" })],
    [button(say("ask-alone"), key, { kind: "ask-alone" })],
  ];
}

const button = (label: string, key: string, action: Action): InlineKeyboardButton =>
  InlineKeyboard.text(label, dataOf(key, action));

const keyboardOf = (rows: readonly InlineKeyboardButton[][]): InlineKeyboard =>
  new InlineKeyboard(rows.filter((row) => row.length > 0));
