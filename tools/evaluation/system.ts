import type { Answer, ArticleCard, ArticleId, Passage, Retrieval, Turn } from "../../src/domain.ts";

/** A question as it is put to the bot: nothing of the expected answer. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly text: string;
  /** The day a relative date counts from, `YYYY-MM-DD`; null means the day of the newest article. */
  readonly asOf: string | null;
  /** The questions it follows and what was answered, oldest first. */
  readonly history: readonly Turn[];
}

/** A passage in the place where a search put it. */
export interface RankedPassage {
  readonly article: ArticleCard;
  readonly passage: Passage;
}

/** What is measured: an index of the set's articles and the very code that the bot answers with. */
export interface SystemUnderTest {
  /** Role -> model, e.g. `embedding`, `chat`. */
  readonly models: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly index: {
    readonly articles: number;
    readonly passages: number;
    readonly seconds: number;
    readonly fingerprint: string;
  };
  /** null when the file gave no article. */
  articleIdOf(sourcePath: string): ArticleId | null;
  bodyOf(id: ArticleId): string | null;
  sourcePathOf(id: ArticleId): string | null;
  /** The article itself, or the one it is a repost of. */
  groupOf(id: ArticleId): ArticleId;
  retrieve(question: EvaluationQuestion): Promise<Retrieval>;
  answer(question: EvaluationQuestion, retrieval: Retrieval): Promise<Answer>;
  /** Plain BM25 over the same passages, best first: the baseline. */
  bm25(question: EvaluationQuestion, limit: number): readonly (RankedPassage & { readonly score: number })[];
  close(): void;
}
