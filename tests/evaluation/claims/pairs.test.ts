import { describe, expect, it } from "vitest";
import { createStaticEmbedder } from "../../../src/adapters/static-table/static-embedder.ts";
import type { Judge } from "../../../src/answering/judge.ts";
import { readByJudge } from "../../../tools/evaluation/claims/judged-pairs.ts";
import { judgePair, type Pair } from "../../../tools/evaluation/claims/pairs.ts";
import { formatYield, reportPairs } from "../../../tools/evaluation/claims/pairs-report.ts";

const encoder = createStaticEmbedder();
const SENTENCE = "港口去年更换了吊机，装卸效率提高15%。";
const pair = (id: string, claim: string, isTrue: boolean, group?: string): Pair => ({
  id,
  lang: "zh",
  claim,
  sentences: [SENTENCE],
  true: isTrue,
  label: isTrue ? "good" : "bad",
  ...(group === undefined ? {} : { group }),
});
const ROWS = [
  pair("a", SENTENCE, true),
  pair("b", "去年港口换了吊机，装卸效率提高了15%。", true),
  pair("c", "去年港口换了吊机，装卸效率提高了25%。", false),
  pair("d", "去年港口换了吊机，装卸效率提高了15%，吞吐量跃居全省首位。", false),
].map((row) => judgePair(row, encoder));

describe("claims with their sentences", () => {
  it("are counted by outcome, with what the rules say", () => {
    const report = reportPairs("set", ROWS);
    expect(report.true).toMatchObject({ n: 2, verbatim: 1, matches: 1 });
    expect(report.false).toMatchObject({ n: 2, compare: 1, sentence: 1 });
    expect(report.balancedAccuracy).toBe(1);
    expect(report.auroc).toBeGreaterThan(0.7);
    expect(formatYield(ROWS)).toMatch(/figure +1 +1 +0 +0/);
  });

  it("are one claim where they share a group: its best row counts", () => {
    const grouped = [pair("a", "去年港口换了吊机，装卸效率提高了25%。", false, "g"), pair("b", SENTENCE, true, "g")];
    const report = reportPairs(
      "set",
      grouped.map((row) => judgePair(row, encoder)),
    );
    expect(report.pairs).toBe(1);
    expect(report.true.verbatim).toBe(1);
  });

  it("are read by a judge where they match", async () => {
    const judge: Judge = {
      name: "strict",
      version: "1",
      read: async (claims) => ({
        readings: claims.map(() => ({ verdict: "supported", words: "" })),
        ending: "answered",
        usage: null,
      }),
    };
    const report = reportPairs("set", await readByJudge(ROWS, judge));
    expect(report.true).toMatchObject({ verbatim: 1, checked: 1, matches: 0 });
    expect(report.false.checked).toBe(0);
  });
});
