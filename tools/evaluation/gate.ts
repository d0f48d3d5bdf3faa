import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "../../src/errors.ts";
import type { EvaluationReport } from "./evaluation-report.ts";
import { flatten } from "./measures.ts";

/** Figures of the committed set that a change must not lower, e.g. `retrieval.recall@1`. */
const expectedForm = z.object({ setHash: z.string(), measures: z.record(z.string(), z.number().nullable()) });
export type Expected = z.infer<typeof expectedForm>;

/** Where a smaller value is the better one; length is neither better nor worse and must stay. */
const SMALLER_IS_BETTER: ReadonlySet<string> = new Set(["abstention.refusedAnswerable", "citations.unknownKeys"]);
const NEITHER: ReadonlySet<string> = new Set([
  "answers.answered",
  "answers.closest",
  "answers.abstained",
  "answers.meanChars",
]);
const TOLERANCE = 1e-9;

export interface GateLine {
  readonly measure: string;
  readonly expected: number | null;
  readonly actual: number | null;
  readonly delta: number | null;
  readonly verdict: "OK" | "FALL" | "RISE";
}

/** The figures of a report that do not depend on the machine. */
export function gateFigures(report: EvaluationReport): Expected {
  const measures = flatten(report).map(({ group, name, value }) => [`${group}.${name}`, value] as const);
  return {
    setHash: report.setHash,
    measures: { ...Object.fromEntries(measures), "citations.unknownKeys": report.citations.unknownKeys },
  };
}

/** Holds figures against the expected ones. @throws AppError dataset when the set itself has changed */
export function checkGate(actual: Expected, expected: Expected): GateLine[] {
  if (actual.setHash !== expected.setHash) {
    throw new AppError(
      "dataset",
      "The committed set has changed since its figures were recorded. Record them anew with: npm run eval:all -- --gate --record",
    );
  }
  const names = [...new Set([...Object.keys(expected.measures), ...Object.keys(actual.measures)])];
  return names.map((measure) => lineOf(measure, expected.measures[measure] ?? null, actual.measures[measure] ?? null));
}

function lineOf(measure: string, expected: number | null, actual: number | null): GateLine {
  const delta = expected === null || actual === null ? null : actual - expected;
  return { measure, expected, actual, delta, verdict: verdictOf(measure, expected, actual) };
}

function verdictOf(measure: string, expected: number | null, actual: number | null): GateLine["verdict"] {
  if (expected === actual) return "OK";
  if (actual === null) return "FALL";
  if (expected === null) return "RISE";
  const gain = (isBetterSmaller(measure) ? -1 : 1) * (actual - expected);
  if (Math.abs(gain) <= TOLERANCE) return "OK";
  return gain > 0 || NEITHER.has(measure) ? "RISE" : "FALL";
}

/** A share of lies that are shown is the better the smaller it is, whatever its class. */
function isBetterSmaller(measure: string): boolean {
  return SMALLER_IS_BETTER.has(measure) || measure.startsWith("lies.");
}

/** null when nothing was recorded yet. @throws AppError dataset when the file is broken */
export async function readExpected(file: string): Promise<Expected | null> {
  const source = await readFile(file, "utf8").catch(() => null);
  if (source === null) return null;
  try {
    return expectedForm.parse(JSON.parse(source));
  } catch (cause) {
    throw new AppError(
      "dataset",
      `${file} is not a file of expected figures. Record it anew with: npm run eval:all -- --gate --record`,
      { cause },
    );
  }
}
