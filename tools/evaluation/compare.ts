import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "../../src/errors.ts";
import type { EvaluationReport } from "./evaluation-report.ts";
import { flatten, type MeasureGroups } from "./measures.ts";

export interface Comparison {
  /** Questions whose first gold article now stands higher, lower, or where it stood. */
  readonly won: readonly string[];
  readonly lost: readonly string[];
  readonly same: number;
  readonly differences: readonly Difference[];
}

export interface Difference {
  /** e.g. `retrieval.recall@1`. */
  readonly measure: string;
  readonly old: number | null;
  readonly new: number | null;
  /** New less old; null where either is missing. */
  readonly delta: number | null;
}

const scores = z.record(z.string(), z.number().nullable()).readonly();
const oldReport = z.object({
  set: z.string(),
  setHash: z.string(),
  retrieval: scores,
  answers: scores,
  abstention: scores,
  byQuestion: z.array(z.object({ id: z.string(), rank: z.number().nullable() })).readonly(),
});

export type OldReport = z.infer<typeof oldReport>;

/** Reads what an earlier run printed with --json. @throws AppError usage */
export async function readReport(file: string): Promise<OldReport> {
  try {
    return oldReport.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new AppError(
      "usage",
      `${file} is not a report of an earlier run. Make one with: npm run --silent eval -- --set DIR --json > ${file}`,
      { cause },
    );
  }
}

/** Question by question. @throws AppError usage when the runs did not ask the same questions */
export function compareReports(now: EvaluationReport, old: OldReport): Comparison {
  if (now.setHash !== old.setHash) {
    throw new AppError(
      "usage",
      `The earlier report is of another set (${old.set}, hash ${old.setHash.slice(0, 12)}; this one is ${now.set}, hash ${now.setHash.slice(0, 12)}). Compare runs over the same questions and articles.`,
    );
  }
  if (now.questions !== old.byQuestion.length) {
    throw new AppError(
      "usage",
      `The earlier run asked ${old.byQuestion.length} questions and this one ${now.questions}. Compare runs with the same --limit.`,
    );
  }
  const before = new Map(old.byQuestion.map(({ id, rank }) => [id, rank ?? Number.POSITIVE_INFINITY]));
  const moves = now.byQuestion.map(({ id, rank }) => ({
    id,
    // Not found in both runs is Infinity - Infinity, hence not a number.
    move: Math.sign((before.get(id) ?? Number.POSITIVE_INFINITY) - (rank ?? Number.POSITIVE_INFINITY)) || 0,
  }));
  return {
    won: moves.filter(({ move }) => move > 0).map(({ id }) => id),
    lost: moves.filter(({ move }) => move < 0).map(({ id }) => id),
    same: moves.filter(({ move }) => move === 0).length,
    differences: differencesOf(now, old),
  };
}

function differencesOf(now: MeasureGroups, old: OldReport): Difference[] {
  return flatten(now).map(({ group, name, value }) => {
    const before = old[group][name] ?? null;
    return {
      measure: `${group}.${name}`,
      old: before,
      new: value,
      delta: value === null || before === null ? null : value - before,
    };
  });
}
