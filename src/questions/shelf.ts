import type { ArticleCard } from "../domain.ts";
import type { PassageStore } from "../ports.ts";

/** What can be named of a collection. */
export interface Shelf {
  readonly accounts: readonly string[];
  /** Every folder of the files' paths, the deeper ones with their parents: `a`, `a/b`. */
  readonly folders: readonly string[];
  /** Day of the newest article that has one. */
  readonly newest: string | null;
}

export const EMPTY_SHELF: Shelf = { accounts: [], folders: [], newest: null };

const known = new WeakMap<PassageStore, Shelf>();

/** Read once of a store, which never changes. */
export function shelfOf(store: PassageStore): Shelf {
  const shelf = known.get(store) ?? readShelf(store.select({ articles: null, range: null }));
  known.set(store, shelf);
  return shelf;
}

function readShelf(cards: readonly ArticleCard[]): Shelf {
  return {
    accounts: [...new Set(cards.flatMap(({ author }) => author ?? []))],
    folders: [...new Set(cards.flatMap(({ sourcePath }) => foldersOf(sourcePath)))],
    newest: cards.find(({ publishedAt }) => publishedAt !== null)?.publishedAt?.slice(0, 10) ?? null,
  };
}

export function foldersOf(sourcePath: string): string[] {
  const parts = sourcePath.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
