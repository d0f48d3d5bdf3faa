import type {
  ArticleCard,
  ArticleId,
  CollectionPage,
  CollectionQuery,
  Counted,
  DateRange,
  Understanding,
} from "../domain.ts";
import type { PassageStore } from "../ports.ts";
import { fold } from "../text/fold.ts";
import { pageOf } from "./page.ts";

const CARDS_PER_PAGE = 8;
const COUNTS_PER_PAGE = 24;

export interface Among {
  /** null for all articles. */
  readonly articles: readonly ArticleId[] | null;
  readonly range: Pick<DateRange, "from" | "to"> | null;
  readonly understood: Understanding;
}

/** How many, which, how spread: every article that fits is counted, and nothing is ranked. */
export async function collectionPage(
  query: CollectionQuery,
  among: Among,
  page: number,
  store: PassageStore,
): Promise<CollectionPage> {
  const cards = await fitting(query, among, store);
  const counted = (names: readonly Counted[]): CollectionPage["shown"] => ({
    kind: "counts",
    names: names.length,
    ...pageOf(names, page, COUNTS_PER_PAGE),
  });
  const listed = (rows: readonly ArticleCard[]): CollectionPage["shown"] => ({
    kind: "cards",
    ...pageOf(rows, page, CARDS_PER_PAGE),
  });
  const answer = { query, understood: among.understood, articles: cards.length };
  switch (query.ask) {
    case "accounts":
    case "by-account":
      return { ...answer, shown: counted(mostFirst(countBy(cards, ({ author }) => author))) };
    case "by-month":
      return {
        ...answer,
        shown: counted(byName(countBy(cards, ({ publishedAt }) => publishedAt?.slice(0, 7) ?? null))),
      };
    case "newest":
      return { ...answer, shown: listed(cards.slice(0, query.limit ?? 1)) };
    case "oldest":
      return { ...answer, shown: listed(oldestFirst(cards).slice(0, query.limit ?? 1)) };
    default:
      return { ...answer, shown: listed(cards) };
  }
}

async function fitting(
  { mentions }: CollectionQuery,
  { articles, range }: Among,
  store: PassageStore,
): Promise<readonly ArticleCard[]> {
  const cards = store.select({ articles, range });
  if (mentions.length === 0) return cards;
  const hits = new Set((await store.findExactly(mentions.map(fold), "whole")).map(({ id }) => id));
  return cards.filter(({ id }) => hits.has(id));
}

/** Those without a date are neither the newest nor the oldest. */
const oldestFirst = (cards: readonly ArticleCard[]): ArticleCard[] =>
  cards.filter(({ publishedAt }) => publishedAt !== null).toReversed();

function countBy(cards: readonly ArticleCard[], nameOf: (card: ArticleCard) => string | null): Counted[] {
  const counts = new Map<string, number>();
  for (const card of cards) {
    const name = nameOf(card) ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, articles]) => ({ name, articles }));
}

const mostFirst = (counts: readonly Counted[]): Counted[] =>
  counts.toSorted((a, b) => b.articles - a.articles || a.name.localeCompare(b.name));

const byName = (counts: readonly Counted[]): Counted[] => counts.toSorted((a, b) => a.name.localeCompare(b.name));
