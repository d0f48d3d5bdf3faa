import { examKey } from "../../src/answering/exam/examined-judge.ts";
import { judgeVersion } from "../../src/answering/judge.ts";
import type { Config } from "../../src/config.ts";
import { openState } from "../../src/wiring.ts";

/** As if a judge of that name had sat its exam before. */
export function keepExam(config: Config, model: string, passed = true): void {
  const state = openState(config);
  const right = passed ? 64 : 40;
  state.keepExamResult(examKey({ version: judgeVersion(model) }), {
    asked: 66,
    right,
    balancedAccuracy: right / 66,
    passed,
    rows: [],
  });
  state.close();
}
