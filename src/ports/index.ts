import type { Article, ArticleCard, ArticleId, Language, Passage, PassageId } from "../domain/article.ts";
import type { DateRange } from "../domain/question.ts";

export interface VectorHit {
  readonly id: PassageId;
  /** Cosine; on the built-in table's scale where the index was made by another model. */
  readonly score: number;
}

export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /** The best first; `among` limits the search to these passages. */
  search(query: Float32Array, limit: number, among?: ReadonlySet<PassageId>): readonly VectorHit[];
  /** The cosine with one passage; null when it has no vector. */
  score(query: Float32Array, id: PassageId): number | null;
  vector(id: PassageId): Float32Array | null;
}

export interface LexicalHit {
  readonly id: PassageId;
  /** BM25 with title, heading and body weighted apart; larger is better. */
  readonly score: number;
}

export interface ExactHit {
  readonly id: ArticleId;
  /** How often the words stand in title and body. */
  readonly places: number;
}

export interface TitleMatches {
  /** `holding`: title or author holds every word as it stands, newest first; `similar`: none does, and these share words, closest first. */
  readonly kind: "holding" | "similar";
  readonly ids: readonly ArticleId[];
}

export interface PassageFilter {
  readonly articles: readonly ArticleId[] | null;
  readonly range: Pick<DateRange, "from" | "to"> | null;
}

export interface CorpusFacts {
  readonly articles: number;
  readonly passages: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Articles and passages of one snapshot, and the words in them. Read only. */
export interface PassageStore {
  facts(filter?: PassageFilter): CorpusFacts;
  article(id: ArticleId): Article | null;
  card(id: ArticleId): ArticleCard | null;
  passages(ids: readonly PassageId[]): readonly Passage[];
  passagesOf(id: ArticleId): readonly Passage[];
  /** Ids of all passages of that language. */
  passagesIn(language: Language): ReadonlySet<PassageId>;
  /** Copies of this article, earliest first. */
  repostsOf(id: ArticleId): readonly ArticleCard[];
  /** Newest first. */
  list(offset: number, limit: number): readonly ArticleCard[];
  /** All that pass the filter, newest first. */
  select(filter: PassageFilter): readonly ArticleCard[];
  findByTitle(words: string, limit: number): readonly ArticleCard[];
  /** `words` are folded by text/fold. */
  matchTitles(words: readonly string[]): TitleMatches;
  /**
   * All articles that hold every one of the words (folded by text/fold) as they stand, each in title or body; newest first.
   * Looks through all texts in pieces of some milliseconds, so that chats need not wait. `whole`: Latin words only where no
   * letter or digit goes on.
   */
  findExactly(words: readonly string[], how?: "anywhere" | "whole"): Promise<readonly ExactHit[]>;
  findByUrl(url: string): ArticleCard | null;
  /** Ids that pass the filter; null when the filter lets everything through. */
  allowed(filter: PassageFilter): ReadonlySet<PassageId> | null;
  /** Number of passages that hold each term. */
  documentFrequency(terms: readonly string[]): ReadonlyMap<string, number>;
  /** Number of articles that hold each term, in title or body. */
  articleFrequency(terms: readonly string[]): ReadonlyMap<string, number>;
  /** BM25 of whole articles, the title weighing double; an article that holds none of the terms is left out. */
  scoreArticles(terms: readonly string[], among: ReadonlySet<ArticleId>): ReadonlyMap<ArticleId, number>;
  /** BM25 over passages that hold any of the terms, best first; `among` limits it to these. */
  searchTerms(terms: readonly string[], limit: number, among?: ReadonlySet<PassageId>): readonly LexicalHit[];
}

/** Turns a model's cosine into one on the built-in table's scale: scale * (cosine - question . centre) + shift. */
export interface Calibration {
  /** Mean passage vector of each language: what a question has in common with any passage of it; empty where there is none. */
  readonly centres: Readonly<Record<Language, readonly number[]>>;
  readonly scale: number;
  readonly shift: number;
}

/** One published, immutable index. */
export interface Snapshot {
  readonly id: string;
  readonly manifest: Manifest;
  readonly store: PassageStore;
  readonly vectors: VectorIndex;
  close(): void;
}

export interface Manifest {
  readonly format: number;
  readonly createdAt: string;
  /** Absolute path of the folder it was made from. */
  readonly corpusDir: string;
  readonly corpusHash: string;
  readonly embedding: {
    readonly fingerprint: string;
    readonly dimensions: number;
    /** null for the built-in table itself, and where the articles were too few to tell. */
    readonly calibration: Calibration | null;
  };
  readonly versions: { readonly splitter: string; readonly cleaner: string };
  readonly counts: {
    readonly articles: number;
    readonly passages: number;
    readonly sentences: number;
    readonly vectors: number;
  };
  /** File name in the snapshot -> sha256 in hex. */
  readonly checksums: Readonly<Record<string, string>>;
}
