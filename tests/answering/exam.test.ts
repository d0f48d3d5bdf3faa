import { describe, expect, it } from "vitest";
import { openStateStore } from "../../src/adapters/sqlite/state-store.ts";
import { sitExam } from "../../src/answering/exam/exam.ts";
import { examinedJudge } from "../../src/answering/exam/examined-judge.ts";
import { examPaper } from "../../src/answering/exam/pairs.ts";
import { sitInTime } from "../../src/answering/exam/sit-in-time.ts";
import type { Judge } from "../../src/answering/judge.ts";
import type { Verdict } from "../../src/answering/parse-verdicts.ts";
import type { JudgeEnding } from "../../src/domain.ts";

const paper = examPaper();
const { pairs } = paper;
const truthOf = new Map(pairs.map((pair) => [pair.claim, pair.true]));
const usage = { promptTokens: 100, completionTokens: 10 };

/** Judges as it is told: by the truth of a claim and its place among all. */
function judgeOf(verdictOf: (isTrue: boolean, index: number) => Verdict, endings: readonly JudgeEnding[] = []) {
  const calls: number[] = [];
  let index = 0;
  const judge: Judge = {
    name: "qwen-1.5b",
    version: "qwen-1.5b a prompt",
    async read(claims) {
      const ending = endings[calls.length] ?? "answered";
      calls.push(claims.length);
      const readings = claims.map(({ text }) => ({
        verdict: verdictOf(truthOf.get(text) === true, index++),
        words: "",
      }));
      return { readings, ending, usage };
    },
  };
  return { judge, calls };
}
const perfect = (isTrue: boolean): Verdict => (isTrue ? "supported" : "unsupported");
const newState = () => openStateStore(":memory:", { now: () => new Date("2025-06-01T00:00:00Z") });

describe("the exam of a judge", () => {
  it("has as many true claims as lies, of every kind, in both languages and across", () => {
    expect(pairs.length).toBeGreaterThan(60);
    expect(pairs.filter((pair) => pair.true)).toHaveLength(pairs.length / 2);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
    for (const lang of ["zh", "en", "across"] as const)
      expect(pairs.filter((pair) => pair.lang === lang).length).toBeGreaterThan(15);
    for (const kind of ["subject", "role", "cause", "figure", "order", "negation", "hedge"] as const)
      expect(pairs.filter((pair) => pair.kind === kind && !pair.true).length).toBeGreaterThan(3);
  });

  it.each<[string, (isTrue: boolean, index: number) => Verdict, number, boolean]>([
    ["a perfect judge passes", perfect, 1, true],
    ["one that nods to everything does not", () => "supported", 0.5, false],
    ["nor one that cannot tell", () => "unsure", 0, false],
    ["nor one that is right four times in five", (is, i) => perfect(i % 5 === 0 ? !is : is), 0.8, false],
    ["one that is right nine times in ten passes", (is, i) => perfect(i % 10 === 0 ? !is : is), 0.9, true],
  ])("%s", async (_, verdictOf, accuracy, passed) => {
    const sitting = await sitExam(judgeOf(verdictOf).judge, pairs);
    expect(sitting.kind).toBe("done");
    if (sitting.kind === "broken") return;
    expect(sitting.result.balancedAccuracy).toBeCloseTo(accuracy, 1);
    expect(sitting.result).toMatchObject({ asked: pairs.length, passed });
    expect(sitting.result.rows.reduce((sum, { asked }) => sum + asked, 0)).toBe(pairs.length);
    expect(sitting.result.rows.reduce((sum, { right }) => sum + right, 0)).toBe(sitting.result.right);
  });

  it.each(["failed", "slow"] as const)("says nothing of a judge whose call is %s", async (ending) => {
    const sitting = await sitExam(judgeOf(perfect, ["answered", ending]).judge, pairs);
    expect(sitting).toMatchObject({ kind: "broken", ending });
  });
});

describe("a judge in office", () => {
  it("is one that passed, once; the result is kept for this judge, prompt and paper, and the tokens are told apart", async () => {
    const state = newState();
    const { judge, calls } = judgeOf(perfect);
    const examined = examinedJudge(judge, state);
    expect([examined.inOffice, examined.result]).toEqual([undefined, null]);
    await sitInTime(examined, new AbortController().signal);
    expect(examined.inOffice).toBe(judge);
    expect(calls.reduce((sum, claims) => sum + claims, 0)).toBe(pairs.length);
    const again = examinedJudge(judge, state);
    expect([again.inOffice, await sitInTime(again, new AbortController().signal)]).toEqual([judge, null]);
    expect(examinedJudge({ ...judge, version: "another prompt" }, state).inOffice).toBeUndefined();
    expect(examinedJudge(judge, state, { ...paper, version: "another paper" }).inOffice).toBeUndefined();
    expect(Object.fromEntries(state.outcomes(null))).toEqual({
      "tokens-exam-read": usage.promptTokens * calls.length,
      "tokens-exam-written": usage.completionTokens * calls.length,
    });
    state.close();
  });

  it("is none that failed, also after a restart", async () => {
    const state = newState();
    const { judge } = judgeOf(() => "supported");
    const examined = examinedJudge(judge, state);
    expect(await sitInTime(examined, new AbortController().signal)).toMatchObject({ passed: false, right: 33 });
    expect(examined.inOffice).toBeUndefined();
    expect(examinedJudge(judge, state).result).toMatchObject({ passed: false });
    state.close();
  });

  it("is asked again later where it could not be asked, until the program ends", async () => {
    const state = newState();
    const { judge } = judgeOf(perfect, ["failed", "slow"]);
    const examined = examinedJudge(judge, state);
    expect(await sitInTime(examined, new AbortController().signal, 1)).toMatchObject({ passed: true });
    const stop = new AbortController();
    const broken = examinedJudge(judgeOf(perfect, Array(9).fill("failed")).judge, newState());
    setTimeout(() => stop.abort(), 20);
    expect(await sitInTime(broken, stop.signal, 10_000)).toBeNull();
    expect(broken.result).toBeNull();
    state.close();
  });
});
