import type { Extension } from "../articles/formats.ts";
import type { Unreadable } from "../articles/parsed.ts";
import type { ArticleCard, ArticleId, Language } from "../domain.ts";
import type { PageFetcher } from "../ports.ts";

/** What people add to the articles from a chat. */
export interface Additions {
  /** Writes the article's file so that it outlives a crash; it is searched after `index`. @throws AppError adding */
  keep(article: NewArticle): Promise<KeptFile>;
  /**
   * Indexes everything together with what was kept, in a process of its own; asked while it works, it runs once more for
   * all who asked. Files that hold no article, or one that is there already, are removed. Outcomes in the order of `files`.
   * @throws AppError index-busy when another program was indexing all the while, model-*, index-broken: the files stay
   */
  index(files: readonly KeptFile[]): Promise<readonly Outcome[]>;
  /** Main sentences, and questions that the article answers, at most three of each. */
  introduce(article: ArticleId, signal?: AbortSignal): Promise<Introduction>;
  /** Removes what was added and indexes again. `gone`: none of the files was there any more. @throws AppError as `index` */
  remove(files: readonly string[]): Promise<"removed" | "gone">;
  /** The article with this address, if it is among those that are searched. */
  findByUrl(url: string): ArticleCard | null;
  /** Reads the page behind a link; null where links are not to be opened. */
  readonly fetchPage: PageFetcher | null;
}

export interface NewArticle {
  /** For the file's name; may hold anything. */
  readonly name: string;
  readonly extension: Extension;
  readonly bytes: Uint8Array;
}

export interface KeptFile {
  /** Name in the folder of added articles. */
  readonly file: string;
  /** `there`: the same bytes were kept before. */
  readonly state: "new" | "there";
}

/** Why something does not become an article. */
export type Refusal = Unreadable;

export type Outcome =
  | { readonly kind: "added"; readonly article: AddedArticle }
  /** It was among the articles before, in this file; null when no chat added that. */
  | { readonly kind: "there"; readonly article: AddedArticle; readonly file: string | null }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface AddedArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly language: Language;
  /** Chinese characters and figures, or words, by its language. */
  readonly size: number;
  /** What cleaning took away: pictures, and pieces of text. */
  readonly picturesRemoved: number;
  readonly piecesRemoved: number;
  readonly paywall: boolean;
  /** Title of the earlier article that this one repeats nearly word for word. */
  readonly repeats: string | null;
}

export interface Introduction {
  readonly digest: readonly string[];
  readonly questions: readonly string[];
}
