import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Judge, Judgement } from "../../src/answering/judge.ts";
import { JudgedRelease, type PassedClaim } from "../../src/answering/judged-release.ts";
import type { Verdict } from "../../src/answering/parse-verdicts.ts";
import type { JudgeEnding, Mark } from "../../src/domain.ts";

const passed = (text: string, mark: Mark = "checked"): PassedClaim => ({
  claim: { text, citations: [], mark },
  written: { text, cites: [] },
});
const quote = (text: string) => passed(text, "verbatim");
const textsOf = (claims: readonly PassedClaim[]) => claims.map(({ claim }) => claim.text);

/** A judge that answers when it is told to, and refuses what begins with "lie". */
function patientJudge(endings: readonly JudgeEnding[] = []) {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  const judge: Judge = async (claims) => {
    const ending = endings[asked.length] ?? "answered";
    asked.push(claims.map(({ text }) => text));
    await new Promise<void>((resolve) => answers.push(resolve));
    const verdictOf = (text: string) => (text.startsWith("lie") ? "unsupported" : "supported");
    const verdicts = claims.map(({ text }) => (ending === "answered" ? verdictOf(text) : "unsure"));
    return {
      readings: verdicts.map((verdict) => ({ verdict, words: "" })),
      ending,
      usage: { promptTokens: 7, completionTokens: 2 },
    } satisfies Judgement;
  };
  const answer = async () => {
    answers.shift()?.();
    await pause(1);
  };
  return { judge, asked, answer };
}

function release(judge: Judge | undefined, signal?: AbortSignal) {
  const shown: string[] = [];
  const refused: string[] = [];
  const gate = new JudgedRelease({
    judge,
    passages: new Map(),
    signal,
    release: (claims) => shown.push(...textsOf(claims)),
    refuse: (claims) => refused.push(...textsOf(claims)),
  });
  return { gate, shown, refused };
}

describe("claims on their way to the reader", () => {
  it("are there at once without a judge", async () => {
    const { gate, shown } = release(undefined);
    gate.add([passed("a"), quote("b")]);
    gate.add([passed("c")]);
    expect(shown).toEqual(["a", "b", "c"]);
    expect([await gate.settled(), gate.judging, gate.tokens]).toEqual(["released", undefined, null]);
  });

  it("wait for the judge, and what comes meanwhile goes into its next call", async () => {
    const { judge, asked, answer } = patientJudge();
    const { gate, shown, refused } = release(judge);
    gate.add([passed("a")]);
    gate.add([passed("lie b")]);
    gate.add([quote("c"), passed("d")]);
    expect([asked, shown]).toEqual([[["a"]], []]);
    await answer();
    expect([asked, shown]).toEqual([[["a"], ["lie b", "d"]], ["a"]]);
    await answer();
    expect([await gate.settled(), shown, refused]).toEqual(["released", ["a", "c", "d"], ["lie b"]]);
    expect(gate.judging).toEqual({ calls: ["answered", "answered"], unsure: 0 });
    expect(gate.tokens).toEqual({ promptTokens: 14, completionTokens: 4 });
  });

  it("need no judge where they are the sentence itself", () => {
    const { judge, asked } = patientJudge();
    const { gate, shown } = release(judge);
    gate.add([quote("a"), quote("b")]);
    expect([shown, asked]).toEqual([["a", "b"], []]);
  });

  it.each([
    ["failed", 1],
    ["slow", 1],
    ["unreadable", 2],
  ] as const)("a judge that %s drops nothing, and is asked %d times", async (ending, calls) => {
    const { judge, asked, answer } = patientJudge([ending, ending]);
    const { gate, shown, refused } = release(judge);
    gate.add([passed("a")]);
    gate.add([passed("lie b"), quote("c")]);
    await answer();
    await answer();
    await gate.settled();
    expect([shown, refused]).toEqual([["a", "lie b", "c"], []]);
    expect(gate.judging).toEqual({ calls: asked.map(() => ending), unsure: 2 });
    expect(asked).toHaveLength(calls);
  });

  it("are never seen once a person stopped while the judge read; quotes are", async () => {
    const { judge, asked, answer } = patientJudge();
    const stop = new AbortController();
    const { gate, shown, refused } = release(judge, stop.signal);
    gate.add([passed("a")]);
    gate.add([passed("b"), quote("c")]);
    stop.abort();
    await answer();
    gate.add([passed("d"), quote("e")]);
    expect([await gate.settled(), shown, refused]).toEqual(["stopped", ["c", "e"], []]);
    expect([asked, gate.judging]).toEqual([[["a"]], { calls: [], unsure: 0 }]);
  });

  it("keep their order, and nothing unjudged or refused is among them, however slow the judge", async () => {
    const claim = fc.record({ lie: fc.boolean(), quoted: fc.boolean(), waitMs: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { maxLength: 8 }), fc.array(fc.nat(3)), async (made, waitsMs) => {
        const claims = made.map(({ lie, quoted }, index) =>
          passed(`${lie && !quoted ? "lie" : "true"} ${index}`, quoted ? "verbatim" : "checked"),
        );
        const judged = new Set<string>();
        const judge: Judge = async (read) => {
          await pause(waitsMs[judged.size % Math.max(1, waitsMs.length)] ?? 0);
          for (const { text } of read) judged.add(text);
          const verdicts = read.map(({ text }): Verdict => (text.startsWith("lie") ? "unsupported" : "supported"));
          return { readings: verdicts.map((verdict) => ({ verdict, words: "" })), ending: "answered", usage: null };
        };
        const { gate, shown } = release(judge);
        for (const [index, each] of claims.entries()) {
          gate.add([each]);
          await pause(made[index]?.waitMs ?? 0);
          const doubtful = textsOf(claims.filter(({ claim: { mark } }) => mark !== "verbatim"));
          expect(doubtful.filter((text) => shown.includes(text) && !judged.has(text))).toEqual([]);
        }
        await gate.settled();
        expect(shown).toEqual(textsOf(claims).filter((text) => text.startsWith("true")));
      }),
      { numRuns: 40 },
    );
  });

  it("tells what went wrong when it is asked whether all is done", async () => {
    const gate = new JudgedRelease({
      judge: undefined,
      passages: new Map(),
      signal: undefined,
      release: () => {
        throw new Error("the chat is gone");
      },
      refuse: () => {},
    });
    gate.add([passed("a")]);
    await expect(gate.settled()).rejects.toThrow("the chat is gone");
  });
});
