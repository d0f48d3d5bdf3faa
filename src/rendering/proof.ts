import type { ArticleCard } from "../domain.ts";
import { byline, missingNotes } from "./render.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Texts } from "./texts.ts";

/** The cited sentences word for word, and where they stand. */
export function renderProof(article: ArticleCard, sentences: readonly string[], texts: Texts): RichText {
  const out = new RichTextBuilder();
  for (const sentence of sentences) out.quote(sentence).plain("\n\n");
  out.bold(article.title).plain(`\n${byline(article, texts)}`);
  const missing = missingNotes(article, texts);
  if (missing !== "") out.plain("\n").italic(missing);
  if (article.url !== null) out.plain("\n").link(texts.openOriginal, article.url);
  return out.build();
}
