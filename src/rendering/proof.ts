import type { ArticleCard, Mark, SentenceContext } from "../domain.ts";
import { withoutBullet } from "../text/without-bullet.ts";
import { byline, missingNotes } from "./article-facts.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";

/** A cited sentence as it was shown, and what stands around it today. */
export interface ProofSentence {
  readonly text: string;
  readonly mark: Mark | null;
  /** null where the article has changed or left since. */
  readonly around: SentenceContext | null;
}

/** The cited sentences word for word among their neighbours, where they stand, and what of the article was not read. */
export function renderProof(article: ArticleCard, sentences: readonly ProofSentence[], say: Say): RichText {
  const out = new RichTextBuilder();
  for (const { text, mark, around } of sentences) {
    if (around === null) out.quoteAmong("", text, "");
    else out.quoteAmong(around.before + gap(around.before, text), text, gap(text, around.after) + around.after);
    out
      .plain("\n")
      .italic(placeOf(mark, around, say))
      .plain("\n\n");
  }
  out.bold(article.title).plain(`\n${byline(article, say)}`);
  const missing = missingNotes(article, say);
  if (missing !== "") out.plain("\n").italic(missing);
  if (article.url !== null) out.plain("\n").link(say("open-original"), article.url);
  return out.build();
}

function placeOf(mark: Mark | null, around: SentenceContext | null, say: Say): string {
  const parts = [
    mark === null ? null : say(`mark-${mark}`),
    around === null ? say("proof-changed") : around.heading,
    around === null ? null : say("proof-place", { percent: around.percent }),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** Between two sentences: a line end before an item of a list, nothing where a Chinese one ends. */
function gap(left: string, right: string): string {
  if (left !== "" && withoutBullet(right) !== right) return "\n";
  return left === "" || right === "" || /[。！？；…”’」』）]$/.test(left) ? "" : " ";
}
