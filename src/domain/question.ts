import type { ArticleId, Language } from "./article.ts";
import type { Turn } from "./turn.ts";

export interface DateRange {
  /** Days of publication, inclusive, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
  /** `filter` leaves others out before ranking; `prefer` only ranks those inside higher. */
  readonly mode: "filter" | "prefer";
}

export interface Question {
  readonly text: string;
  readonly language: Language;
  /** The day that words like "last week" count from, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Only these articles; null means all. */
  readonly scope: readonly ArticleId[] | null;
  readonly range: DateRange | null;
  /** `newest`: newer articles rank higher, since "latest" or "now" was asked for. */
  readonly order?: "newest" | null;
  /** Earlier turns of the conversation, oldest first. */
  readonly history: readonly Turn[];
  /** The person said that it is about the latest of these, by replying to it. */
  readonly continues?: boolean;
}

export const INTENTS = ["question", "small-talk", "help", "change", "collection", "summary", "two-questions"] as const;

export type Intent = (typeof INTENTS)[number];

export type SmallTalk = "greeting" | "thanks" | "nod";

/** What is wanted of the answer before: shorter, longer, in another language or form, or more on one of its points (from 1; the last is -1). */
export type Change =
  | { readonly kind: "shorter" | "longer" | "simpler" | "table" | "list" | "again" }
  | { readonly kind: "translate"; readonly to: Language | "other" }
  | { readonly kind: "expand"; readonly point: number };

/** Which articles a message limits itself to; where all is empty, none are left out. */
export interface Scope {
  /** As the articles name them. */
  readonly accounts: readonly string[];
  /** Folders of the files' paths, without a slash at their ends. */
  readonly folders: readonly string[];
  /** Title of one article: as it was written in 《》, or of the one that "this article" means. */
  readonly title: string | null;
  /** Each must stand in the article, and none of `without` may. */
  readonly words: readonly string[];
  readonly without: readonly string[];
}

/** What is asked about the articles as a collection; answered from the store, never by search. */
export interface CollectionQuery {
  readonly ask: (typeof COLLECTION_ASKS)[number];
  /** How many are wanted, of newest and oldest. */
  readonly limit: number | null;
  /** Words or names that the articles must hold, as whole words. */
  readonly mentions: readonly string[];
}

export const COLLECTION_ASKS = ["count", "list", "newest", "oldest", "accounts", "by-month", "by-account"] as const;

/** What a person's message was read as, by rules or by a model. */
export interface Reading {
  readonly intent: Intent;
  /** What is to be searched for, without operators; several where two questions were asked. */
  readonly texts: readonly string[];
  readonly language: Language;
  /** The day that relative dates count from. */
  readonly asOf: string;
  readonly range: DateRange | null;
  readonly order: "newest" | null;
  readonly scope: Scope;
  /** "这篇里", "this article": the one that the turn before was answered from. */
  readonly ofThisArticle: boolean;
  /** Of `collection`. */
  readonly collection: CollectionQuery | null;
  /** Of `change`. */
  readonly change: Change | null;
  /** Of `small-talk`. */
  readonly smallTalk: SmallTalk | null;
}

/** What of a reading a person took back with a button. */
export type Ignored = "range" | "scope";

/** How the articles were limited for an answer, to be told with it. */
export interface Understanding {
  /** The days that were read, with the articles of those days; `used` is false when there were none, and all days were searched. */
  readonly range: (DateRange & { readonly articles: number; readonly used: boolean }) | null;
  readonly scope: Scope | null;
  /** No article fits the scope, so all were searched. */
  readonly isScopeEmpty: boolean;
  /** Told where "recent" days hold nothing, or lie long before today. */
  readonly newest: string | null;
}
