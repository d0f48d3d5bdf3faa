import type { ArticlePage } from "../domain.ts";
import type { PassageStore } from "../ports.ts";
import { pageOf, whichPage } from "./page.ts";

const PER_PAGE = 8;

/** All articles, or those that the words (folded) fit by title or account. */
export function browse(words: readonly string[], page: number, store: PassageStore): ArticlePage {
  if (words.length === 0) return newest(page, store);
  const { kind, ids } = store.matchTitles(words);
  const { rows, ...where } = pageOf(ids, page, PER_PAGE);
  return { kind, articles: ids.length, ...where, rows: rows.flatMap((id) => store.card(id) ?? []) };
}

function newest(page: number, store: PassageStore): ArticlePage {
  const { articles } = store.facts();
  const which = whichPage(articles, page, PER_PAGE);
  return { kind: "all", articles, ...which, rows: store.list(which.first - 1, PER_PAGE) };
}
