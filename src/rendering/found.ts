import type { FoundArticle, FoundPage, PlacesPage } from "../domain.ts";
import { byline } from "./article-facts.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";
import { pageNote, shownMarked, shownWords } from "./shown.ts";

/** Articles that hold the words, numbered as their buttons are, the words in bold. */
export function renderFound(page: FoundPage, words: string, say: Say): RichText {
  const out = new RichTextBuilder();
  if (page.articles === 0) return out.plain(nothingFound(page, words, say)).build();
  const articles = say("found-articles", { count: page.articles });
  out.bold(say("found", { words: shownWords(words) }));
  out.plain(`\n${say("found-total", { articles, places: placesIn(page.places, say) })}${pageNote(page, say)}`);
  if (page.words > 1) out.plain("\n").italic(say("found-all-words", { count: page.words }));
  for (const [index, found] of page.rows.entries()) renderRow(out, found, page.first + index, say);
  return out.build();
}

function nothingFound({ words: asked, searched: count }: FoundPage, words: string, say: Say): string {
  const about = { words: shownWords(words), count };
  return asked > 1 ? say("found-none-together", { ...about, asked }) : say("found-none", about);
}

/** The places of the words in one article. */
export function renderPlaces(page: PlacesPage, words: string, say: Say): RichText {
  const out = new RichTextBuilder();
  out.marked(shownMarked(page.title), page.article.url).plain(`\n${byline(page.article, say)}\n`);
  out.plain(`${say("found", { words: shownWords(words) })} · ${placesIn(page.places, say)}${pageNote(page, say)}`);
  for (const snippet of page.rows) out.plain("\n\n").marked(snippet);
  return out.build();
}

function renderRow(out: RichTextBuilder, { article, title, places, snippets }: FoundArticle, number: number, say: Say) {
  out.plain(`\n\n${number}. `).marked(shownMarked(title), article.url);
  out.plain(`\n${byline(article, say)} · ${placesIn(places, say)}`);
  for (const snippet of snippets) out.plain("\n– ").marked(snippet);
}

const placesIn = (places: number, say: Say): string => say("found-places", { count: places });
