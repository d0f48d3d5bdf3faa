import type { ArticleId, FoundArticle, FoundPage, PlacesPage } from "../domain.ts";
import type { ExactHit, PassageStore } from "../ports.ts";
import { pageOf } from "./page.ts";
import { markedIn, snippetOf, windowsIn } from "./snippets.ts";

const ARTICLES_PER_PAGE = 5;
const SNIPPETS_PER_ARTICLE = 2;
const SNIPPETS_PER_PAGE = 8;

/** All articles that hold every one of the words (folded), and some places of those on the page. */
export async function findPage(words: readonly string[], page: number, store: PassageStore): Promise<FoundPage> {
  const hits = await store.findExactly(words);
  const { rows, ...where } = pageOf(hits, page, ARTICLES_PER_PAGE);
  return {
    ...where,
    searched: store.facts().articles,
    words: words.length,
    articles: hits.length,
    places: hits.reduce((sum, { places }) => sum + places, 0),
    rows: rows.flatMap((hit) => foundArticle(hit, words, store) ?? []),
  };
}

/** All places in one article; null when it has left the index, or the words have left it. */
export async function findPlaces(
  id: ArticleId,
  words: readonly string[],
  page: number,
  store: PassageStore,
): Promise<PlacesPage | null> {
  const hit = (await store.findExactly(words)).find((each) => each.id === id);
  const article = store.card(id);
  const body = store.article(id)?.body;
  if (hit === undefined || article === null || body === undefined) return null;
  const { rows, ...where } = pageOf(windowsIn(body, words), page, SNIPPETS_PER_PAGE);
  const snippets = rows.map((window) => snippetOf(body, window));
  return { ...where, article, title: markedIn(article.title, words), places: hit.places, rows: snippets };
}

function foundArticle({ id, places }: ExactHit, words: readonly string[], store: PassageStore): FoundArticle | null {
  const article = store.card(id);
  const body = store.article(id)?.body;
  if (article === null || body === undefined) return null;
  // Where several words were asked for, what holds most of them says most; in the order of the text all the same.
  const best = windowsIn(body, words)
    .toSorted((a, b) => b.words - a.words || a.start - b.start)
    .slice(0, SNIPPETS_PER_ARTICLE)
    .toSorted((a, b) => a.start - b.start);
  const snippets = best.map((window) => snippetOf(body, window));
  return { article, title: markedIn(article.title, words), places, snippets };
}
