import path from "node:path";
import { openPassageStore } from "../../../src/adapters/sqlite/passage-store.ts";
import { writePassages } from "../../../src/adapters/sqlite/write-passages.ts";
import type { Article, ArticleId } from "../../../src/domain.ts";
import { createLibrary, type LibraryDeps } from "../../../src/library/create-library.ts";
import { stored } from "../../support/articles.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { FakeLibrary } from "./fake-library.ts";

/** Lists and finds in a real index, which can be made anew in between; answers what the test says. */
export class ShelfLibrary extends FakeLibrary {
  #store;
  readonly #real;

  constructor(articles: readonly Article[]) {
    super();
    this.#store = storeOf(articles);
    const follow = { acquire: () => ({ snapshot: { store: this.#store }, release() {} }) };
    // Nothing that is called through it asks a model or the state.
    this.#real = createLibrary({
      snapshots: follow,
      chat: null,
      clock: { now: () => new Date("2025-06-01") },
    } as unknown as LibraryDeps);
  }

  rebuild(articles: readonly Article[]): void {
    this.#store = storeOf(articles);
  }

  override browse(words: string, page: number) {
    return this.#real.browse(words, page);
  }

  override find(words: string, page: number) {
    return this.#real.find(words, page);
  }

  override findIn(id: ArticleId, words: string, page: number) {
    return this.#real.findIn(id, words, page);
  }

  override details(id: ArticleId) {
    return this.#real.details(id);
  }

  override article(id: ArticleId) {
    return this.#real.article(id);
  }
}

function storeOf(articles: readonly Article[]) {
  const file = path.join(temporaryFolder(), "passages.db");
  writePassages(
    file,
    articles.map((article) => stored(article)),
  );
  return openPassageStore(file);
}
