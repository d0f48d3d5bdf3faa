import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../../src/config.ts";
import { openModels } from "../../../src/wiring.ts";
import { sourcesOf } from "../../../tools/evaluation/claims/bases.ts";
import type { CheckDeps } from "../../../tools/evaluation/claims/check.ts";
import { claimsSection } from "../../../tools/evaluation/claims/claims-document.ts";
import { claimFigures } from "../../../tools/evaluation/claims/claims-gate.ts";
import type { ClaimsReport } from "../../../tools/evaluation/claims/claims-report.ts";
import { CLASSES } from "../../../tools/evaluation/claims/classes.ts";
import { formatClaims, formatExamples } from "../../../tools/evaluation/claims/format-claims.ts";
import { basesOf, makeClaims } from "../../../tools/evaluation/claims/generate.ts";
import { readHandWritten, runHandWritten } from "../../../tools/evaluation/claims/hand-written.ts";
import { runClaims } from "../../../tools/evaluation/claims/run-claims.ts";
import { sceneOf } from "../../../tools/evaluation/claims/scene.ts";
import { checkGate } from "../../../tools/evaluation/gate.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../../tools/evaluation/temporary-index.ts";

const corpusDir = path.join(import.meta.dirname, "..", "..", "..", "corpus", "articles");
const options = { name: "sample", limit: 10, examples: 3, nowMs: () => 0 };
let dir = "";
let index: TemporaryIndex;
let deps: CheckDeps;
let report: ClaimsReport;
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "claims-"));
  const models = await openModels(loadConfig({}));
  index = await openTemporaryIndex(corpusDir, models);
  deps = { store: index.snapshot.store, encoder: models.encoder };
  report = runClaims(deps, options);
});
afterAll(() => {
  index.close();
  rmSync(dir, { recursive: true, force: true });
});

describe("claims made from the sample articles", () => {
  it("are the same each time, of every class, and as many as asked for", () => {
    expect(runClaims(deps, options)).toEqual(report);
    expect(report.rows.filter(({ made }) => made === 0)).toEqual([]);
    expect(Math.max(...report.rows.map(({ made }) => made))).toBe(options.limit);
    expect(runClaims(deps, { ...options, limit: 5 }).claimsHash).not.toBe(report.claimsHash);
  });

  it("have lies that are no sentence of an article, and truths that cite what the request shows", () => {
    const sources = sourcesOf(deps.store);
    const bases = basesOf(sources);
    const sentences = new Set(sources.flatMap(({ places }) => places.map(({ sentence }) => sentence.text.trim())));
    for (const kind of CLASSES) {
      for (const claim of makeClaims(kind, bases, sources, 30)) {
        const { claim: asked, keys } = sceneOf(claim);
        const cited = asked.cites.flatMap((key) => keys.get(key)?.sentence.text ?? []);
        expect(cited).toEqual(claim.cited.map(({ sentence }) => sentence.text));
        if (claim.forged.length > 0) expect(asked.cites.some((key) => !keys.has(key))).toBe(true);
        if (kind.truth === "lie" && !/unknown key|irrelevant|quote/.test(kind.name))
          expect(sentences).not.toContain(claim.text);
        else if (/irrelevant/.test(kind.name)) expect(cited).not.toContain(claim.text);
      }
    }
  });

  it("are counted: what is shown under which mark, and why the rest was dropped", () => {
    const { rows } = report;
    const row = (name: string) => rows.find((one) => one.name === name);
    expect(row("verbatim")).toMatchObject({
      made: options.limit,
      marks: { verbatim: options.limit, matches: 0 },
      dropped: {},
      verdict: "OK",
    });
    expect(row("unknown key")).toMatchObject({
      made: options.limit,
      dropped: { "unknown-key": options.limit },
      verdict: "OK",
      examples: [],
    });
    expect(row("joined: verbatim")).toMatchObject({ marks: { verbatim: 0, matches: options.limit } });
    expect(row("cause and effect swapped")).toMatchObject({ limit: null, verdict: "–" });
    for (const { made, marks, dropped } of rows) {
      const outcomes = [...Object.values(marks), ...Object.values(dropped)];
      expect(outcomes.reduce((sum, count) => sum + count, 0)).toBe(made);
    }
  });

  it("are printed, with examples, and written into the document", () => {
    const swapped = runClaims(deps, { ...options, only: "cause and effect swapped" });
    expect(formatClaims(swapped)).toMatch(/sample · \d+ articles[\s\S]*cause and effect swapped +\d+ +\d+ +[\d.]+/);
    expect(swapped.rows.map(formatExamples).join("")).toMatch(/claim {2}.+\n {2}cited {2}.+/);
    const section = claimsSection([swapped]);
    expect(section).toContain("### Claims: sample");
    expect(section).toContain("| cause and effect swapped |");
    expect(section).not.toMatch(/undefined|NaN/);
  });

  it("have a gate in which more lies are a fall, and fewer truths", () => {
    const figures = claimFigures([report]);
    const lie = "lies.sample.unknown key";
    const truth = "truths.sample.verbatim";
    expect(figures.measures).toMatchObject({ [lie]: 0, [truth]: 1 });
    const verdicts = (measures: Record<string, number>) =>
      checkGate({ ...figures, measures: { ...figures.measures, ...measures } }, figures)
        .filter(({ verdict }) => verdict !== "OK")
        .map(({ measure, verdict }) => [measure, verdict]);
    expect(verdicts({ [lie]: 0.01 })).toEqual([[lie, "FALL"]]);
    expect(verdicts({ [truth]: 0.9 })).toEqual([[truth, "FALL"]]);
    const passing = "lies.sample.cause and effect swapped";
    expect(figures.measures[passing]).toBeGreaterThan(0.5);
    expect(verdicts({ [passing]: 0 })).toEqual([[passing, "RISE"]]);
  });
});

describe("claims written by hand", () => {
  const good = {
    id: "h1",
    lang: "zh",
    question: "赵州桥是谁建的？",
    article: "2023-09-12-18-00-赵州桥一座站了一千四百年的石拱桥.md",
    cites: ["它由隋代工匠李春主持建造，大约在公元605年前后完工。"],
    text: "赵州桥由李春主持建造。",
    true: true,
    class: "pronoun",
    note: "它 is the bridge",
  };
  const fileOf = (...lines: readonly unknown[]) => {
    const file = path.join(dir, "claims.jsonl");
    writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
    return file;
  };

  it("are judged by class, with the sentences that they quote", async () => {
    const lie = { ...good, id: "h2", text: "赵州桥大约在公元705年前后完工。", true: false, class: "date" };
    const report = runHandWritten(await readHandWritten(fileOf(good, "", lie)), deps, options);
    expect(report.rows).toMatchObject([
      { name: "true: pronoun", truth: "true", made: 1, marks: { matches: 1 } },
      { name: "lie: date", truth: "lie", limit: 0, made: 1, dropped: { date: 1 }, verdict: "OK" },
    ]);
  });

  it.each([
    ["no JSON", "{", /claims\.jsonl:2 is not a claim: it is not JSON/],
    ["a missing field", { ...good, text: undefined }, /claims\.jsonl:2 is not a claim[\s\S]*text/],
    ["no citation", { ...good, cites: [] }, /claims\.jsonl:2[\s\S]*cites/],
  ])("with %s are refused with the line", async (_, line, message) => {
    await expect(readHandWritten(fileOf(good, line))).rejects.toThrow(message);
  });

  it("about an unknown article or sentence are refused, all at once", async () => {
    const lines = await readHandWritten(
      fileOf({ ...good, article: "none.md" }, { ...good, id: "h3", cites: ["没有这句话，真的没有。"] }),
    );
    expect(() => runHandWritten(lines, deps, options)).toThrow(
      /h1: there is no article "none\.md"[\s\S]*h3: "没有这句话，真的没有。" is no sentence/,
    );
  });

  it("in a file that is not there are told", async () => {
    await expect(readHandWritten(path.join(dir, "none.jsonl"))).rejects.toMatchObject({ code: "dataset" });
  });
});
