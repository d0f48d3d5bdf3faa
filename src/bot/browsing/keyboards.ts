import { InlineKeyboard } from "grammy";
import type { ArticleId, PageOf } from "../../domain.ts";
import type { Say } from "../../rendering/say.ts";
import { type Action, dataOf } from "./shown.ts";

const NUMBERS_PER_ROW = 4;

/** A button a row of the page, then those that turn it. */
export function listKeyboard(key: string, page: PageOf<unknown>, ids: readonly ArticleId[]): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, id] of ids.entries()) {
    keyboard.text(String(page.first + index), dataOf(key, { kind: "article", id }));
    if ((index + 1) % NUMBERS_PER_ROW === 0) keyboard.row();
  }
  return turnButtons(keyboard.row(), key, page);
}

/** First, previous, next and last page, each only where it leads somewhere new; their labels say where to. */
export function turnButtons(keyboard: InlineKeyboard, key: string, { page, pages }: PageOf<unknown>): InlineKeyboard {
  const turn = (label: string, to: number) => keyboard.text(label, dataOf(key, { kind: "page", page: to }));
  if (page > 1) turn("« 1", 0);
  if (page > 0) turn(`‹ ${page}`, page - 1);
  if (page < pages - 1) turn(`${page + 2} ›`, page + 1);
  if (page < pages - 2) turn(`${pages} »`, pages - 1);
  return keyboard;
}

/** What can be done with one article. */
export function articleButtons(keyboard: InlineKeyboard, key: string, say: Say): InlineKeyboard {
  const button = (label: string, kind: (Action & { readonly kind: "summarise" | "ask-alone" | "file" })["kind"]) =>
    keyboard.row().text(label, dataOf(key, { kind }));
  button(say("summarise-it"), "summarise");
  button(say("ask-alone"), "ask-alone");
  return button(say("send-file"), "file");
}
