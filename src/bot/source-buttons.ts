import { type Context, InlineKeyboard } from "grammy";
import { z } from "zod";
import type { ArticleId, Citation, Claim } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { numberSources } from "../rendering/source-numbers.ts";

const MAX_BUTTONS = 8;
const SOURCE = "s:";
const FILE = "f:";

const ButtonPayload = z.object({ articleId: z.string(), sentence: z.string() });

export interface SourceButton {
  readonly articleId: ArticleId;
  readonly sentence: string;
}

/** Buttons 1…n under an answer, each opening the first sentence that source n is cited for. */
export function sourceButtons(
  claims: readonly Claim[],
  conversation: string,
  state: StateStore,
): InlineKeyboard | undefined {
  const { list } = numberSources(claims);
  if (list.length === 0) return undefined;
  const keyboard = new InlineKeyboard();
  for (const { number, first } of list.slice(0, MAX_BUTTONS)) {
    keyboard.text(`[${number}]`, SOURCE + state.keepButton(conversation, payloadOf(first)));
  }
  return keyboard;
}

/** Button data stays far under Telegram's 64 bytes: only a key, what it means lies in the state. */
export function fileButton(
  button: SourceButton,
  conversation: string,
  label: string,
  state: StateStore,
): InlineKeyboard {
  return new InlineKeyboard().text(label, FILE + state.keepButton(conversation, button));
}

export function readButton(
  ctx: Context,
  conversation: string,
  state: StateStore,
): { readonly kind: "source" | "file"; readonly button: SourceButton } | null {
  const data = ctx.callbackQuery?.data ?? "";
  const payload = ButtonPayload.safeParse(state.button(conversation, data.slice(2)));
  if (!payload.success || !(data.startsWith(SOURCE) || data.startsWith(FILE))) return null;
  const button = { articleId: payload.data.articleId as ArticleId, sentence: payload.data.sentence };
  return { kind: data.startsWith(SOURCE) ? "source" : "file", button };
}

function payloadOf(citation: Citation): SourceButton {
  return { articleId: citation.article.id, sentence: citation.sentence.text };
}
