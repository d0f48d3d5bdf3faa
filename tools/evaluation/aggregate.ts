import type { Answer } from "../../src/domain.ts";
import { aurocInterval, type Interval, meanInterval } from "./bootstrap.ts";
import {
  ABSTENTION_MEASURES,
  ANSWER_MEASURES,
  type AnswerScores,
  type MeasureGroups,
  RETRIEVAL_MEASURES,
  type RetrievalScores,
  scoresOf,
} from "./measures.ts";
import { auroc, mean } from "./metrics.ts";
import type { ScoredRetrieval } from "./score-retrieval.ts";

/** One question, asked and scored. */
export interface Outcome {
  readonly id: string;
  readonly kind: string | null;
  readonly answerable: boolean;
  readonly retrieval: ScoredRetrieval;
  readonly baseline: ScoredRetrieval;
  readonly answers: AnswerScores;
  readonly answer: Answer;
  /** Evidence score of the retrieval, 0-1. */
  readonly evidence: number;
  readonly latencyMs: number;
}

/** Means over the questions that have a value; null where none has. */
export function aggregate(outcomes: readonly Outcome[]): MeasureGroups {
  const { answerable, unanswerable } = evidenceScores(outcomes);
  return {
    retrieval: meanRetrieval(outcomes.map((outcome) => outcome.retrieval)),
    answers: scoresOf(ANSWER_MEASURES, (name) => mean(outcomes.map((outcome) => outcome.answers[name]))),
    abstention: scoresOf(ABSTENTION_MEASURES, (name) =>
      name === "auroc" ? auroc(answerable, unanswerable) : mean(refusals(name, outcomes)),
    ),
  };
}

export function meanRetrieval(scored: readonly ScoredRetrieval[]): RetrievalScores {
  return scoresOf(RETRIEVAL_MEASURES, (name) => mean(scored.map(({ scores }) => scores[name])));
}

/** 95% intervals of what `aggregate` gives. */
export function intervalsOf(outcomes: readonly Outcome[]): MeasureGroups<Interval | null> {
  const { answerable, unanswerable } = evidenceScores(outcomes);
  return {
    retrieval: scoresOf(RETRIEVAL_MEASURES, (name) =>
      ofPresent(outcomes.map(({ retrieval }) => retrieval.scores[name])),
    ),
    answers: scoresOf(ANSWER_MEASURES, (name) => ofPresent(outcomes.map((outcome) => outcome.answers[name]))),
    abstention: scoresOf(ABSTENTION_MEASURES, (name) =>
      name === "auroc" ? aurocInterval(answerable, unanswerable) : ofPresent(refusals(name, outcomes)),
    ),
  };
}

/** Kind -> its measures, in the order in which the kinds first come; empty where the set has no kinds. */
export function aggregateByKind(outcomes: readonly Outcome[]): Record<string, MeasureGroups> {
  const kinds = Map.groupBy(
    outcomes.filter(({ kind }) => kind !== null),
    ({ kind }) => kind ?? "",
  );
  return Object.fromEntries([...kinds].map(([kind, members]) => [kind, aggregate(members)]));
}

function ofPresent(values: readonly (number | null)[]): Interval | null {
  return meanInterval(values.filter((value) => value !== null));
}

function refusals(name: "refusedUnanswerable" | "refusedAnswerable", outcomes: readonly Outcome[]): (number | null)[] {
  const wanted = name === "refusedAnswerable";
  return outcomes.map(({ answerable, answers }) => (answerable === wanted ? answers.abstained : null));
}

function evidenceScores(outcomes: readonly Outcome[]) {
  const of = (wanted: boolean) => outcomes.filter((one) => one.answerable === wanted).map((one) => one.evidence);
  return { answerable: of(true), unanswerable: of(false) };
}
