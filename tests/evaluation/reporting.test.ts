import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareReports, readReport } from "../../tools/evaluation/compare.ts";
import type { DatasetQuestion } from "../../tools/evaluation/dataset.ts";
import { evaluationDocument } from "../../tools/evaluation/document.ts";
import type { EvaluationReport } from "../../tools/evaluation/evaluation-report.ts";
import { checkGate, gateFigures, readExpected } from "../../tools/evaluation/gate.ts";
import { formatGate } from "../../tools/evaluation/gate-report.ts";
import { formatComparison, formatReport } from "../../tools/evaluation/report.ts";
import { runEvaluation } from "../../tools/evaluation/run.ts";
import { alignedTable, figure, markdownTable } from "../../tools/evaluation/tables.ts";
import { writeWhole } from "../../tools/evaluation/write-file.ts";
import { article, claim, closest, type FakeArticle, fakeSystem } from "./fake-system.ts";

const one = article("one", "First. Second.");
const two = article("two", "Third. Fourth.");
const BASE = { kind: "fact", answerable: true, evidence: [], quotes: [], asOf: null, followUpOf: null };
const QUESTIONS: DatasetQuestion[] = [
  { ...BASE, id: "a", text: "a?", answers: ["first"], goldFiles: ["one.md"] },
  { ...BASE, id: "b", text: "b?", answers: ["third"], goldFiles: ["two.md"] },
];

async function report(found: Readonly<Record<string, readonly FakeArticle[]>>): Promise<EvaluationReport> {
  const scripts = Object.fromEntries(
    Object.entries(found).map(([id, list]) => [
      id,
      { found: list, evidence: 0.5, answer: closest(list.slice(0, 1).map((top) => claim(top, 0))) },
    ]),
  );
  const { system } = fakeSystem([one, two], scripts);
  return runEvaluation(
    {
      name: "small",
      articlesDir: "",
      beside: null,
      files: [],
      hash: "hash-of-set",
      questions: QUESTIONS,
      warnings: [],
    },
    system,
    { nowMs: () => 0 },
  );
}

let good: EvaluationReport;
let mixed: EvaluationReport;
let dir = "";
beforeAll(async () => {
  good = await report({ a: [one, two], b: [two, one] });
  mixed = await report({ a: [one, two], b: [one] });
  dir = mkdtempSync(path.join(tmpdir(), "reports-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("comparing two runs", () => {
  it("counts won and lost questions and the differences", async () => {
    const file = path.join(dir, "old.json");
    writeFileSync(file, JSON.stringify(mixed));
    const better = compareReports(good, await readReport(file));
    expect(better).toMatchObject({ won: ["b"], lost: [], same: 1 });
    expect(better.differences.find(({ measure }) => measure === "retrieval.recall@1")).toEqual({
      measure: "retrieval.recall@1",
      old: 0.5,
      new: 1,
      delta: 0.5,
    });
    expect(better.differences.find(({ measure }) => measure === "abstention.auroc")).toMatchObject({ delta: null });
    expect(compareReports(mixed, good)).toMatchObject({ won: [], lost: ["b"], same: 1 });
    expect(formatComparison(better)).toMatch(
      /won 1, lost 0, same 1.*\n {2}won: b\n[\s\S]*recall@1 +\.500 +1\.000 +\+\.500/,
    );
  });

  it("refuses another set and what is no report", async () => {
    expect(() => compareReports(good, { ...mixed, setHash: "other" })).toThrow(/another set/);
    expect(() => compareReports(good, { ...mixed, byQuestion: mixed.byQuestion.slice(1) })).toThrow(/same --limit/);
    const file = path.join(dir, "broken.json");
    writeFileSync(file, "{}");
    await expect(readReport(file)).rejects.toMatchObject({ code: "usage" });
    await expect(readReport(path.join(dir, "none.json"))).rejects.toMatchObject({ code: "usage" });
  });
});

describe("the gate", () => {
  const figures = (measures: Record<string, number | null>) => ({ setHash: "h", measures });
  it.each<[name: string, measure: string, expected: number | null, actual: number | null, verdict: string]>([
    ["same", "retrieval.recall@1", 0.9, 0.9, "OK"],
    ["rounding", "retrieval.recall@1", 0.9, 0.9 - 1e-12, "OK"],
    ["a fall", "retrieval.recall@1", 0.9, 0.9 - 1e-8, "FALL"],
    ["a rise", "retrieval.recall@1", 0.9, 0.95, "RISE"],
    ["more wrong refusals", "abstention.refusedAnswerable", 0.1, 0.2, "FALL"],
    ["fewer wrong refusals", "abstention.refusedAnswerable", 0.2, 0.1, "RISE"],
    ["another length", "answers.meanChars", 200, 100, "RISE"],
    ["gone", "answers.f1", 0.2, null, "FALL"],
    ["new", "answers.f1", null, 0.2, "RISE"],
    ["still nothing", "answers.f1", null, null, "OK"],
  ])("%s", (_, measure, expected, actual, verdict) => {
    expect(checkGate(figures({ [measure]: actual }), figures({ [measure]: expected }))).toMatchObject([{ verdict }]);
  });

  it("prints expected, actual and delta of a fall", () => {
    const lines = checkGate(gateFigures(mixed), gateFigures(good));
    expect(formatGate(lines)).toMatch(/retrieval\.recall@1 +1 +0\.5 +-0\.5 +FALL[\s\S]*FAIL:/);
    expect(formatGate(checkGate(gateFigures(good), gateFigures(good)))).toMatch(/^OK: \d+ figures/);
    expect(formatGate(checkGate(gateFigures(good), gateFigures(mixed)))).toContain("Record them");
  });

  it("refuses figures of another state of the set, and a broken file", async () => {
    expect(() => checkGate({ ...figures({}), setHash: "new" }, figures({}))).toThrow(/set has changed/);
    const file = path.join(dir, "expected.json");
    expect(await readExpected(file)).toBeNull();
    await writeWhole(file, JSON.stringify(gateFigures(good)));
    expect(await readExpected(file)).toEqual(gateFigures(good));
    writeFileSync(file, "{}");
    await expect(readExpected(file)).rejects.toMatchObject({ code: "dataset" });
  });
});

describe("what is printed", () => {
  it("shows each measure with its interval and BM25, and each kind", () => {
    const text = formatReport(mixed);
    expect(text).toMatch(/recall@1 +\.500 +\.000–1\.000 +\.500/);
    expect(text).toMatch(/fact \(2\) +\.500/);
    expect(text).not.toMatch(/^evidence@2000/m);
  });

  it("writes the document from the runs alone", () => {
    const text = evaluationDocument([good, { ...mixed, set: "small (half)" }]);
    expect(text).toContain("| small | 2 | 1.000 | .500 |");
    expect(text).toContain("## small (half)");
    expect(text).not.toMatch(/undefined|NaN/);
  });

  it.each<[number | null | undefined, string]>([
    [0.9551, ".955"],
    [-0.05, "-.050"],
    [1, "1.000"],
    [0, ".000"],
    [143.21, "143.2"],
    [null, "–"],
    [undefined, "–"],
  ])("%j as %s", (value, text) => expect(figure(value)).toBe(text));

  it("aligns columns, and escapes bars in Markdown", () => {
    expect(
      alignedTable([
        ["a", "b"],
        ["long", "1"],
        ["c", "100"],
      ]),
    ).toBe("a       b\nlong    1\nc     100");
    expect(
      markdownTable([
        ["a|b", "c"],
        ["1", "2"],
      ]),
    ).toBe("| a\\|b | c |\n| --- | ---: |\n| 1 | 2 |");
  });

  it("leaves nothing half-written", async () => {
    const file = path.join(dir, "deep", "out.md");
    await writeWhole(file, "all");
    expect(readFileSync(file, "utf8")).toBe("all");
    expect(readdirSync(path.dirname(file))).toEqual(["out.md"]);
  });
});
