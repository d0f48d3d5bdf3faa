import type { ArticlePage } from "../domain.ts";
import { byline } from "./article-facts.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";
import { pageNote, shownTitle, shownWords } from "./shown.ts";

/** One page of titles, numbered as its buttons are. */
export function renderArticleList(page: ArticlePage, words: string, say: Say): RichText {
  const out = new RichTextBuilder();
  out.bold(headOf(page, words, say)).plain(pageNote(page, say));
  for (const [index, article] of page.rows.entries()) {
    out
      .plain(`\n\n${page.first + index}. `)
      .link(shownTitle(article.title), article.url)
      .plain(`\n${byline(article, say)}`);
  }
  return out.build();
}

function headOf({ kind, articles }: ArticlePage, words: string, say: Say): string {
  if (kind === "all") return say("articles-all", { count: articles });
  const about = { count: articles, words: shownWords(words) };
  return articles === 0 ? say("articles-none", about) : say(`articles-${kind}`, about);
}
