import {
  type Answer,
  type Claim,
  type DroppedClaim,
  type Judging,
  MODEL_FAILURES,
  type ModelFailure,
  type OutcomeName,
  type Summary,
  type Usage,
} from "../domain.ts";
import { AppError } from "../errors.ts";

/** What an answer counts as: its own kind first, then what became of the model and its claims. */
export function outcomesOfAnswer(answer: Answer): OutcomeName[] {
  switch (answer.kind) {
    case "answered":
      return [answer.coverage === "cut" ? "answered-cut" : "answered", ...ofClaims(answer)];
    case "closest":
      return [
        `closest-${answer.strength}`,
        ...(answer.failure === null ? [] : [`failure-${answer.failure}` as const]),
        ...(answer.fallen === undefined ? [] : ["all-refuted" as const]),
        ...ofClaims({ dropped: [], ...answer.fallen, claims: [], repaired: 0 }),
      ];
    case "abstained":
      return [`abstained-${answer.reason}`, ...ofClaims({ ...answer, claims: [], repaired: 0 })];
  }
}

/** What the answer cost; null where no model was heard. */
export function usageOfAnswer(answer: Answer): Usage | null {
  return answer.kind === "closest" ? (answer.fallen?.usage ?? null) : answer.usage;
}

export function outcomesOfSummary(summary: Summary): OutcomeName[] {
  const written = summary.kind === "written" ? summary : { ...summary, claims: [] };
  return [`summary-${summary.kind}`, ...ofClaims(written)];
}

/** Of a question or summary that ended without any. */
export function outcomesOfFailure(
  error: unknown,
  ending: "error" | "summary-failed",
  signal: AbortSignal | undefined,
): OutcomeName[] {
  if (signal?.aborted === true) return ["stopped"];
  const failure = modelFailureOf(error);
  return failure === null ? [ending] : [ending, `failure-${failure}`];
}

/** null when it was not the chat model that failed. */
export function modelFailureOf(error: unknown): ModelFailure | null {
  return error instanceof AppError ? (MODEL_FAILURES.find((failure) => failure === error.code) ?? null) : null;
}

interface CheckedClaims {
  readonly claims: readonly Claim[];
  readonly dropped: readonly DroppedClaim[];
  readonly repaired: number;
  readonly judging?: Judging | undefined;
}

/** One for each claim, and for each call of the judge; quotes are no claims of a model. */
function ofClaims({ claims, dropped, repaired, judging }: CheckedClaims): OutcomeName[] {
  return [
    ...claims.map(({ mark }) => `mark-${mark}` as const),
    ...[...claims.flatMap(({ inPlaceOf }) => inPlaceOf ?? []), ...dropped].map(
      ({ reason }) => `dropped-${reason}` as const,
    ),
    ...Array.from({ length: repaired }, () => "repaired" as const),
    ...(judging === undefined ? [] : ofJudging(judging)),
  ];
}

function ofJudging({ calls, unsure }: Judging): OutcomeName[] {
  return [
    ...calls.map((ending) => `judge-${ending}` as const),
    ...Array.from({ length: unsure }, () => "judge-unsure" as const),
  ];
}
