import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { ArticleId, Language } from "../../domain.ts";
import type { StateStore } from "../../ports.ts";
import { sayIn } from "../../rendering/say.ts";
import type { ChatTarget } from "../chat-target.ts";
import { dataOf, keepShown } from "./shown.ts";

const LABELS = { summarise: "summarise-it", file: "send-file" } as const;

/** One of the buttons of an article's card, for under other messages that speak of one article. */
export function articleButton(
  kind: keyof typeof LABELS,
  articleId: ArticleId,
  language: Language,
  { chatId }: Pick<ChatTarget, "chatId">,
  state: StateStore,
): InlineKeyboardButton {
  const key = keepShown({ kind: "card", articleId, language }, chatId, state);
  return InlineKeyboard.text(sayIn(language)(LABELS[kind]), dataOf(key, { kind }));
}
