import type { Answer } from "../../src/domain.ts";
import type { Interval } from "./bootstrap.ts";
import type { MeasureGroups, RetrievalScores } from "./measures.ts";
import type { CitationCounts } from "./score-answer.ts";

/** What a run gives: the JSON of `npm run eval -- --json`. Shares are 0-1; null where the set cannot give a measure. */
export interface EvaluationReport extends MeasureGroups {
  readonly set: string;
  /** sha256 in hex over questions and articles; two runs compare only where it is the same. */
  readonly setHash: string;
  readonly questions: number;
  readonly models: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly index: {
    readonly articles: number;
    readonly passages: number;
    readonly seconds: number;
    readonly fingerprint: string;
  };
  readonly citations: CitationCounts;
  readonly latencyMs: { readonly p50: number | null; readonly p95: number | null };
  /** Tokens of all questions together; null where no model was asked or it did not say. */
  readonly cost: { readonly promptTokens: number | null; readonly completionTokens: number | null };
  /** 95% bootstrap intervals, in the groups of the measures. */
  readonly intervals: MeasureGroups<Interval | null>;
  readonly byKind: Readonly<Record<string, MeasureGroups>>;
  readonly byQuestion: readonly QuestionReport[];
  /** Plain BM25 over the same passages in the same run. */
  readonly baseline: { readonly retrieval: RetrievalScores };
}

export interface QuestionReport {
  readonly id: string;
  /** Of the first gold article among distinct articles, from 1; null when it was not found or there is none. */
  readonly rank: number | null;
  /** Of the first passage that holds evidence, from 1. */
  readonly evidenceRank: number | null;
  readonly "kind of answer": Answer["kind"];
  readonly kind: string | null;
  readonly answerable: boolean;
  readonly baselineRank: number | null;
  readonly containsGold: number | null;
  readonly evidenceShown: number | null;
  /** The evidence score of the retrieval, 0-1. */
  readonly evidence: number;
  readonly latencyMs: number;
}
