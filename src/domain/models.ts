export interface Tokens {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** Of all calls together, as far as the server told; null of a model that was not asked. */
export interface Usage {
  readonly chat: Tokens | null;
  readonly judge: Tokens | null;
  /** Of the judge's exam. */
  readonly exam?: Tokens;
}

/** How a call of the judge ended: `slow` went past its time-out, `unreadable` left out claims or said nothing of use. */
export type JudgeEnding = "answered" | "failed" | "slow" | "unreadable";

/** What became of the claims that a judge was to read; what it refused is among the dropped, or a sentence stands there. */
export interface Judging {
  /** The judge's name. */
  readonly by: string;
  readonly calls: readonly JudgeEnding[];
  /** Claims that are shown though it could not tell, or did not. */
  readonly unsure: number;
}

/** How a judge did in the exam that it has to pass before its word counts. */
export interface ExamResult {
  readonly asked: number;
  readonly right: number;
  /** Mean of the shares of true and of false claims that it judged rightly, 0-1. */
  readonly balancedAccuracy: number;
  readonly passed: boolean;
  readonly rows: readonly ExamRow[];
}

/** True claims, or lies of one kind, in one language or across. */
export interface ExamRow {
  readonly kind: string;
  readonly lang: string;
  readonly asked: number;
  readonly right: number;
}

/**
 * Why a chat model that is set gave no answer. `answer`: its server refused the request; `context`: the request is longer than it
 * reads; `length`: the limit of its tokens ended the reply first; `filtered`: a filter held it back; `unusable`: it said nothing that can be read.
 */
export const MODEL_FAILURES = [
  "model-auth",
  "model-missing",
  "model-credit",
  "model-rate-limit",
  "model-unreachable",
  "model-cut",
  "model-answer",
  "model-context",
  "model-length",
  "model-filtered",
  "model-unusable",
] as const;

export type ModelFailure = (typeof MODEL_FAILURES)[number];

/** What answers and summaries cost, in tokens read and written. */
export type TokenName = `tokens-${keyof Usage}-${"read" | "written"}`;
