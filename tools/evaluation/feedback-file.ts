import { appendFileSync, readFileSync } from "node:fs";
import { AppError } from "../../src/errors.ts";
import { parseQuestions, type QuestionLine } from "./question-file.ts";

/**
 * Adds the questions at the end of a questions.jsonl, which is made where it is missing. Those whose id stands there
 * already are left as they are, for they may have been mended by hand. Returns how many were added.
 * @throws ProblemsError dataset when the file holds something else; AppError usage when it cannot be written
 */
export function addQuestions(file: string, questions: readonly QuestionLine[]): number {
  const before = contentOf(file);
  const known = new Set(before.trim() === "" ? [] : parseQuestions(before, file).questions.map(({ id }) => id));
  const fresh = questions.filter(({ id }) => !known.has(id));
  const seam = before === "" || before.endsWith("\n") ? "" : "\n";
  if (fresh.length > 0) write(file, seam + asLines(fresh));
  return fresh.length;
}

export const asLines = (questions: readonly QuestionLine[]): string =>
  questions.map((question) => `${JSON.stringify(question)}\n`).join("");

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function write(file: string, lines: string): void {
  try {
    appendFileSync(file, lines);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("usage", `${file} cannot be written (${detail}). Give another --out.`, { cause });
  }
}
