export type ArticleId = string & { readonly brand: "ArticleId" };

export type PassageId = string & { readonly brand: "PassageId" };

export type Language = "zh" | "en";

/** Half-open range of UTF-16 offsets into an article's cleaned body. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What of the original is known to be absent from the body, so that no answer speaks as if it had read it. */
export interface MissingContent {
  readonly paywall: boolean;
  /** Pictures in the text; none of them is read. */
  readonly picturesUnread: number;
}

export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** Account or author as the file names it. */
  readonly author: string | null;
  /** ISO 8601: a day (`2024-05-11`) or a minute with its zone (`2024-05-11T21:07+08:00`). */
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: Language;
  /** Cleaned text: paragraphs parted by an empty line, headings as `## text`, list items as `- text`. */
  readonly body: string;
  /** Relative to the corpus folder, with forward slashes. */
  readonly sourcePath: string;
  readonly missing: MissingContent;
  /** The earliest article of which this one is a near-word-for-word copy. */
  readonly repostOf: ArticleId | null;
}

export interface Sentence {
  /** From 0 within its passage. */
  readonly ordinal: number;
  readonly span: Span;
  readonly text: string;
}

export interface Passage {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  /** From 0 within its article. */
  readonly ordinal: number;
  readonly heading: string | null;
  /** Of its own text, which may differ from the article's. */
  readonly language: Language;
  readonly span: Span;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** An article as lists and sources show it, without its body. */
export type ArticleCard = Omit<Article, "body"> & {
  /** Copies of it among the articles; absent where they were not counted. */
  readonly reposts?: number;
};
