import type { AddedArticle, Additions, KeptFile, NewArticle, Outcome } from "../../../src/adding/additions.ts";
import type { ArticleCard, ArticleId } from "../../../src/domain.ts";
import type { PageFetcher } from "../../../src/ports.ts";

export function added(title: string, over: Partial<AddedArticle> = {}): AddedArticle {
  return {
    id: title as ArticleId,
    title,
    author: "Harbour Notes",
    publishedAt: "2024-05-11",
    language: "en",
    size: 3_120,
    picturesRemoved: 14,
    piecesRemoved: 0,
    paywall: false,
    repeats: null,
    ...over,
  };
}

/** Keeps in memory, says what the test wants of each file, and notes what it was asked. */
export class FakeAdditions implements Additions {
  readonly kept: NewArticle[] = [];
  readonly runs: (readonly string[])[] = [];
  readonly removed: string[] = [];
  readonly known = new Map<string, ArticleCard>();
  outcome: (file: string) => Outcome = (file) => ({ kind: "added", article: added(file) });
  failure: Error | null = null;
  fetchPage: PageFetcher | null = null;

  async keep(article: NewArticle): Promise<KeptFile> {
    const state = this.kept.some(({ name }) => name === article.name) ? "there" : "new";
    this.kept.push(article);
    return { file: article.name, state };
  }

  async index(files: readonly KeptFile[]): Promise<readonly Outcome[]> {
    this.runs.push(files.map(({ file }) => file));
    if (this.failure !== null) throw this.failure;
    return files.map(({ file }) => this.outcome(file));
  }

  async introduce(article: ArticleId) {
    return { digest: [`Digest of ${article}.`], questions: [1, 2, 3].map((n) => `Question ${n} of ${article}?`) };
  }

  async remove(files: readonly string[]): Promise<"removed" | "gone"> {
    const isNew = files.some((file) => !this.removed.includes(file));
    this.removed.push(...files);
    return isNew ? "removed" : "gone";
  }

  findByUrl(url: string): ArticleCard | null {
    return this.known.get(url) ?? null;
  }
}
