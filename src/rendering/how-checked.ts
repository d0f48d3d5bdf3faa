import type { ExamResult } from "../domain.ts";
import type { Say } from "./say.ts";

/** Names of the models that write and judge, null where there is none; and how the judge did in its exam. */
export interface Writers {
  readonly chatModel: string | null;
  readonly judgeModel: string | null;
  readonly judgeExam: ExamResult | null;
}

/** What stands behind an answer's words: quotes, or marks and who gave them. */
export function howChecked({ chatModel, judgeModel, judgeExam }: Writers, say: Say): string[] {
  if (chatModel === null) return [say("help-quotes")];
  if (judgeModel === null) return [say("help-marks"), say("help-no-judge")];
  const standing = judgeExam === null ? "pending" : judgeExam.passed ? "passed" : "failed";
  const figures = { right: judgeExam?.right ?? 0, asked: judgeExam?.asked ?? 0 };
  return [say("help-marks"), say(`help-judge-${standing}`, { model: judgeModel, ...figures })];
}
