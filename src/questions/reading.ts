import type { DateRange, Language, Turn } from "../domain.ts";
import type { Change } from "./intents/change.ts";
import type { SmallTalk } from "./intents/small-talk.ts";

export const INTENTS = ["question", "small-talk", "help", "change", "collection", "summary", "two-questions"] as const;
export type Intent = (typeof INTENTS)[number];

/** Which articles are meant; where all is empty, every one. */
export interface Scope {
  /** As the articles name them. */
  readonly accounts: readonly string[];
  /** Folders of the files' paths, without a slash at their ends. */
  readonly folders: readonly string[];
  /** Title of one article, as the person wrote it in 《》. */
  readonly title: string | null;
  /** "这篇里", "this article": which one, the place where it is said must know. */
  readonly thisArticle: boolean;
  /** Each must stand in the article, and none of `without` may. */
  readonly words: readonly string[];
  readonly without: readonly string[];
}

export const WHOLE: Scope = { accounts: [], folders: [], title: null, thisArticle: false, words: [], without: [] };

/** What is asked about the articles as a collection; answered from the store and never by search. */
export interface CollectionQuery {
  readonly ask: "count" | "list" | "newest" | "oldest" | "accounts" | "by-month" | "by-account";
  /** How many are wanted, of newest and oldest. */
  readonly limit: number | null;
  /** Words or names that the articles must hold, as whole words. */
  readonly mentions: readonly string[];
}

/** What a person's message was read as, by rules or by a model. */
export interface Reading {
  readonly intent: Intent;
  /** What is to be searched for, without operators; several where two questions were asked. */
  readonly texts: readonly string[];
  readonly language: Language;
  /** The day that relative dates count from. */
  readonly asOf: string;
  readonly range: DateRange | null;
  /** `newest`: "最近", "latest" without a number, so newer articles come first. */
  readonly order: "newest" | null;
  readonly scope: Scope;
  readonly collection: CollectionQuery | null;
  readonly change: Change | null;
  readonly smallTalk: SmallTalk | null;
  readonly history: readonly Turn[];
}
