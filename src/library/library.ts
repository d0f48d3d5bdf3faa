import type {
  Answer,
  ArticleCard,
  ArticleId,
  ArticlePage,
  Claim,
  CollectionPage,
  CollectionQuery,
  DateRange,
  ExamResult,
  FoundPage,
  Ignored,
  Language,
  Overview,
  PassageId,
  PlacesPage,
  Reading,
  Scope,
  SentenceContext,
  Summary,
  Timeline,
} from "../domain.ts";

/** The answering side as a chat sees it; every call reads the newest snapshot. */
export interface Library {
  /**
   * Answers in the question's language. `onClaims` is called with all claims that may be shown by now, each time they change;
   * nothing unchecked reaches it. Records the turn of `chat` and, when abstaining, the gap. @throws AppError model-*, no-index
   */
  ask(request: AskRequest): Promise<Answer>;
  /** What a message wants, by rules, or by the chat model where they are in doubt. @throws AppError no-index */
  read(request: ReadRequest): Promise<Reading>;
  /** What is asked about the articles as a collection, exactly. @throws AppError no-index */
  collection(request: CollectionRequest, page: number): Promise<CollectionPage>;
  /**
   * One sentence of each of the nearest passages, verbatim, best first; none when nothing is near. Asks no chat model and
   * records nothing. @throws AppError model-* of a remote embedder, no-index
   */
  closest(request: ClosestRequest): Promise<readonly Claim[]>;
  /** null when no article fits `about`; the newest article when `about` is empty. */
  summarize(request: SummaryRequest): Promise<Summary | null>;
  /** What several articles say of a subject, of days or of accounts; null when none fits. */
  overview(request: OverviewRequest): Promise<Overview | null>;
  /** The values over time of what the words name; null where none stand in the articles. */
  timeline(words: string): Promise<Timeline | null>;
  article(id: ArticleId): ArticleFile | null;
  details(id: ArticleId): ArticleDetails | null;
  /** Articles newest first, or those that the words fit by title or account. */
  browse(words: string, page: number): ArticlePage;
  /** Every article that holds all of the words as they stand; "phrases in quotes" are one word. */
  find(words: string, page: number): Promise<FoundPage>;
  /** Every place of the words in one article; null when it or they have left the index. */
  findIn(id: ArticleId, words: string, page: number): Promise<PlacesPage | null>;
  /** What stands around a sentence; null when that passage no longer holds it there. */
  around(id: PassageId, ordinal: number, text: string): SentenceContext | null;
  facts(): IndexFacts;
  resetConversation(chat: string): void;
  readonly chatModel: string | null;
  /** What reads the chat model's claims for meaning; null where nothing does. */
  readonly judgeModel: string | null;
  /** How it did in its exam; null until that is through. */
  readonly judgeExam: ExamResult | null;
}

export interface ReadRequest {
  readonly text: string;
  /** After /ask, quotes and a minus are operators by themselves. */
  readonly quotes?: "always" | "beside-operators";
  readonly signal?: AbortSignal;
}

export interface CollectionRequest {
  readonly query: CollectionQuery;
  readonly scope: Scope;
  readonly range: DateRange | null;
  readonly ignored: readonly Ignored[];
}

export interface AskRequest {
  readonly chat: string;
  readonly text: string;
  /** Of the text; read anew where it is absent. */
  readonly reading?: Reading;
  /** What of the reading does not count. */
  readonly ignored?: readonly Ignored[];
  /** In place of the days that were read. */
  readonly range?: DateRange | null;
  /** Look in this article alone; then not answering is no gap of the whole. Absent or null for all articles. */
  readonly scope?: ArticleId | null;
  /** Nothing said before counts. */
  readonly alone?: boolean | undefined;
  /** Words of the answer, or the part of it, that the person replied to. */
  readonly repliedTo?: string | null;
  readonly onClaims?: (claims: readonly Claim[]) => void;
  readonly signal?: AbortSignal;
}

export interface ClosestRequest {
  readonly text: string;
  /** Most passages. */
  readonly limit: number;
  readonly signal?: AbortSignal;
}

export interface OverviewRequest {
  readonly text: string;
  /** Of the text; read anew where it is absent. */
  readonly reading?: Reading;
  /** In place of the days that were read. */
  readonly range?: DateRange;
  readonly signal?: AbortSignal;
}

export interface SummaryRequest {
  /** Words of a title, a link, nothing, or exactly that article. */
  readonly about: string | { readonly id: ArticleId };
  readonly language: Language;
  readonly signal?: AbortSignal;
}

/** An article with what is worth knowing before reading it. */
export interface ArticleDetails {
  readonly card: ArticleCard;
  /** Characters of a Chinese article, words of an English one. */
  readonly size: number;
  /** Copies of it among the articles. */
  readonly reposts: number;
  /** Title of the article of which it is a copy. */
  readonly repeats: string | null;
}

/** An article as it can be sent as a file. */
export interface ArticleFile {
  readonly card: ArticleCard;
  readonly fileName: string;
  readonly markdown: string;
}

export interface IndexFacts {
  readonly articles: number;
  readonly passages: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Name of the embedder that made it. */
  readonly embedder: string;
}
