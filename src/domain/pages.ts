import type { ArticleCard, Span } from "./article.ts";
import type { CollectionQuery, Understanding } from "./question.ts";

/** A name with how many articles have it. */
export interface Counted {
  readonly name: string;
  readonly articles: number;
}

/** A page of the answer to a question about the collection: articles, or names with their counts. */
export interface CollectionPage {
  readonly query: CollectionQuery;
  readonly understood: Understanding;
  /** All articles that fit. */
  readonly articles: number;
  readonly shown:
    | (PageOf<ArticleCard> & { readonly kind: "cards" })
    | (PageOf<Counted> & { readonly kind: "counts"; readonly names: number });
}

/** A text with the ranges of it, in order and apart from one another, that were looked for. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** One page of a list, numbered from 0; asked for one past the end, the last. */
export interface PageOf<T> {
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  /** Place of the page's first row in the whole list, from 1. */
  readonly first: number;
  readonly rows: readonly T[];
}

/** Articles newest first: `all`, or those whose title or account holds the words; else `similar` titles, closest first. */
export interface ArticlePage extends PageOf<ArticleCard> {
  readonly kind: "all" | "holding" | "similar";
  readonly articles: number;
}

/** An article that holds the words, with some of the places. */
export interface FoundArticle {
  readonly article: ArticleCard;
  readonly title: MarkedText;
  /** Places in title and body. */
  readonly places: number;
  readonly snippets: readonly MarkedText[];
}

/** Every article that holds all of the words, newest first. */
export interface FoundPage extends PageOf<FoundArticle> {
  /** All that were looked through. */
  readonly searched: number;
  /** How many words were asked for. */
  readonly words: number;
  readonly articles: number;
  /** In all of them. */
  readonly places: number;
}

/** Every place in one article, in its order; neighbouring places share a snippet. */
export interface PlacesPage extends PageOf<MarkedText> {
  readonly article: ArticleCard;
  readonly title: MarkedText;
  readonly places: number;
}
