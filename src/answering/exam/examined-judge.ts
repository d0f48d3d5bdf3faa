import { z } from "zod";
import type { ExamResult } from "../../domain.ts";
import type { ExamStore, OutcomeStore } from "../../ports.ts";
import type { Judge } from "../judge.ts";
import { type Sitting, type SittingOptions, sitExam } from "./exam.ts";
import { type ExamPaper, examPaper } from "./pairs.ts";

/** A judge whose verdicts count only after it has passed the exam. */
export interface ExaminedJudge {
  readonly name: string;
  /** Its result in the exam; null until it has finished. */
  readonly result: ExamResult | null;
  /** The judge itself once it has passed; undefined before that, and if it failed. */
  readonly inOffice: Judge | undefined;
  /** Repeats the exam and keeps the result. Never throws. */
  sit(options?: SittingOptions): Promise<Sitting>;
}

const Kept = z.object({
  asked: z.number(),
  right: z.number(),
  balancedAccuracy: z.number(),
  passed: z.boolean(),
  rows: z.array(z.object({ kind: z.string(), lang: z.string(), asked: z.number(), right: z.number() })),
});

/** The result is kept for each judge, prompt and set of questions, so the exam is sat only once. */
export function examinedJudge(
  judge: Judge,
  state: ExamStore & Pick<OutcomeStore, "countTokens">,
  paper: ExamPaper = examPaper(),
): ExaminedJudge {
  const key = examKey(judge, paper);
  let result: ExamResult | null = Kept.safeParse(state.examResult(key)).data ?? null;
  return {
    name: judge.name,
    get result() {
      return result;
    },
    get inOffice() {
      return result?.passed === true ? judge : undefined;
    },
    async sit(options) {
      const sitting = await sitExam(judge, paper.pairs, options);
      if (sitting.usage !== null) state.countTokens({ chat: null, judge: null, exam: sitting.usage });
      if (sitting.kind === "broken") return sitting;
      result = sitting.result;
      state.keepExamResult(key, result);
      return sitting;
    },
  };
}

export function examKey(judge: Pick<Judge, "version">, paper: ExamPaper = examPaper()): string {
  return `${judge.version} / ${paper.version}`;
}
