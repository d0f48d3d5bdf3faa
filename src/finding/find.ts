import { setImmediate as otherWork } from "node:timers/promises";
import type { ArticleId, FoundArticle, FoundPage, PlacesPage } from "../domain.ts";
import type { ExactHit, PassageStore } from "../ports.ts";
import { foldedText } from "../text/folded-text.ts";
import { pageOf } from "./page.ts";
import { markedIn, snippetOf } from "./snippets.ts";
import { type Window, windowsIn } from "./windows.ts";

const ARTICLES_PER_PAGE = 5;
const SNIPPETS_PER_ARTICLE = 2;
const SNIPPETS_PER_PAGE = 8;

/** All articles (`among` these) that hold every one of the words (folded), and some places of those on the page. */
export async function findPage(
  words: readonly string[],
  page: number,
  store: PassageStore,
  among: ReadonlySet<ArticleId> | null = null,
): Promise<FoundPage> {
  const hits = (await store.findExactly(words)).filter(({ id }) => among === null || among.has(id));
  const { rows: shown, ...where } = pageOf(hits, page, ARTICLES_PER_PAGE);
  const rows: FoundArticle[] = [];
  for (const hit of shown) {
    rows.push(...foundArticle(hit, words, store));
    // Articles may be as long as books.
    await otherWork();
  }
  return {
    ...where,
    searched: among?.size ?? store.facts().articles,
    words: words.length,
    articles: hits.length,
    places: hits.reduce((sum, { places }) => sum + places, 0),
    rows,
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
  const text = foldedText(body);
  const { rows, ...where } = pageOf(windowsIn(text.folded, words), page, SNIPPETS_PER_PAGE);
  const snippets = rows.map((window) => snippetOf(text, window));
  return { ...where, article, title: markedIn(article.title, words), places: hit.places, rows: snippets };
}

function foundArticle({ id, places }: ExactHit, words: readonly string[], store: PassageStore): FoundArticle[] {
  const article = store.card(id);
  const body = store.article(id)?.body;
  if (article === null || body === undefined) return [];
  const text = foldedText(body);
  const snippets = mostTelling(windowsIn(text.folded, words)).map((window) => snippetOf(text, window));
  return [{ article, title: markedIn(article.title, words), places, snippets }];
}

/** Where several words were asked for, what holds most of them; in the order of the text all the same. */
function mostTelling(windows: readonly Window[]): readonly Window[] {
  const best = windows.toSorted((a, b) => b.words - a.words).slice(0, SNIPPETS_PER_ARTICLE);
  return windows.filter((window) => best.includes(window));
}
