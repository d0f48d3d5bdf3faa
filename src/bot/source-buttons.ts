import { InlineKeyboard } from "grammy";
import { z } from "zod";
import { type ArticleId, type Claim, MARKS } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { numberSources } from "../rendering/source-numbers.ts";

/** What stands behind a button; read back after a restart, so it is checked like anything from outside. */
const SourceButton = z.object({
  kind: z.literal("source"),
  articleId: z.string().transform((id) => id as ArticleId),
  sentences: z.array(
    z.object({
      passageId: z.string(),
      ordinal: z.number(),
      text: z.string(),
      mark: z.enum(MARKS).optional(),
    }),
  ),
});
export type SourceButton = z.infer<typeof SourceButton>;

const PER_ROW = 5;
/** https://core.telegram.org/bots/api: a keyboard holds 100 buttons; some are for the reply itself. */
const MOST_BUTTONS = 90;

/** One button a source, numbered as in the text; undefined without sources. */
export function sourceButtons(claims: readonly Claim[], chatId: number, state: StateStore): InlineKeyboard | undefined {
  const sources = numberSources(claims);
  if (sources.list.length === 0) return undefined;
  const keyboard = new InlineKeyboard();
  for (const { number, article } of sources.list.slice(0, MOST_BUTTONS)) {
    const cited = claims
      .flatMap(({ citations, mark }) => citations.map((citation) => ({ citation, mark })))
      .filter(({ citation }) => sources.numberOf(citation) === number);
    const sentences = cited.map(({ citation: { passageId, sentence }, mark }) => ({
      passageId,
      ordinal: sentence.ordinal,
      text: sentence.text,
      mark,
    }));
    const button: SourceButton = { kind: "source", articleId: article.id, sentences: withoutRepeats(sentences) };
    keyboard.text(String(number), state.keepButton(String(chatId), button));
    if (number % PER_ROW === 0) keyboard.row();
  }
  return keyboard;
}

/** null when the button is of another chat, or unknown. */
export function readSourceButton(key: string, chatId: number, state: StateStore): SourceButton | null {
  const parsed = SourceButton.safeParse(state.button(String(chatId), key));
  return parsed.success ? parsed.data : null;
}

function withoutRepeats<T extends { readonly text: string }>(sentences: readonly T[]): T[] {
  return [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
}
