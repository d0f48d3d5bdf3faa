/** Failures that a caller can act on. The message says what happened, with which value, and what to do. */

export type ErrorCode =
  | "config"
  | "corpus"
  | "no-index"
  | "index-broken"
  | "index-busy"
  | "index-model"
  | "model-auth"
  | "model-missing"
  | "model-rate-limit"
  | "model-unreachable"
  | "model-answer"
  | "model-cut"
  | "model-credit"
  | "model-context"
  | "model-length"
  | "model-filtered"
  | "model-unusable"
  | "judge"
  | "embedding-dimensions"
  | "adding"
  | "dataset"
  | "telegram"
  | "proxy"
  | "usage";

export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }
}

/** Several problems of one kind, reported together so that they can be fixed in one go. */
export class ProblemsError extends AppError {
  readonly problems: readonly string[];

  constructor(code: ErrorCode, problems: readonly string[]) {
    super(code, problems.join("\n"));
    this.name = "ProblemsError";
    this.problems = problems;
  }
}

/** What a person at a terminal reads: an AppError's own words, and for anything else the fact and its message. */
export function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (isWrongOption(error)) return `${error.message}. --help shows what there is.`;
  return `Unexpected failure: ${error instanceof Error ? error.message : String(error)}`;
}

/** What node:util's parseArgs throws. */
const isWrongOption = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
