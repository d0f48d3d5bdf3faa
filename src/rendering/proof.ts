import type { ArticleCard } from "../domain.ts";
import { byline, missingNotes } from "./render.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";

/** The cited sentences word for word, and where they stand. */
export function renderProof(article: ArticleCard, sentences: readonly string[], say: Say): RichText {
  const out = new RichTextBuilder();
  for (const sentence of sentences) out.quote(sentence).plain("\n\n");
  out.bold(article.title).plain(`\n${byline(article, say)}`);
  const missing = missingNotes(article, say);
  if (missing !== "") out.plain("\n").italic(missing);
  if (article.url !== null) out.plain("\n").link(say("open-original"), article.url);
  return out.build();
}
