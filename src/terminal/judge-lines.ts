import type { ExamResult } from "../domain.ts";
import type { OutcomeStore } from "../ports.ts";
import { tokensPerCall } from "../rendering/stats.ts";

/** What a judge costs, and whether its word counts, as a start says it. */
export function judgeLines(
  judge: { readonly name: string; readonly result: ExamResult | null } | null,
  state: OutcomeStore,
): readonly string[] {
  if (judge === null) return [];
  const { name, result } = judge;
  const cost = tokensPerCall(state.outcomes(null));
  const calls = `one more call for each written answer, two when something is repaired${cost === null ? "" : `; so far about ${cost} tokens a call`}`;
  return [`${name} judges what is written: ${calls}. JUDGE=off turns it off.`, examLine(name, result)];
}

export function examLine(name: string, result: ExamResult | null): string {
  if (result === null)
    return `Until ${name} has passed its exam, which runs in the background, claims are marked "matches" at most.`;
  const { right, asked, passed } = result;
  return passed
    ? `${name} got ${right} of ${asked} right in its exam.`
    : `${name} got ${right} of ${asked} right in its exam, which is too few: claims are marked "matches" at most. Set JUDGE_MODEL to a stronger model, or JUDGE=off.`;
}
