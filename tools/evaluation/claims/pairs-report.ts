import type { DropReason } from "../../../src/domain.ts";
import { alignedTable, figure } from "../tables.ts";
import { type JudgedPair, OUTCOMES, type PairOutcome } from "./pairs.ts";

type Counts = { readonly n: number } & Readonly<Record<PairOutcome, number>>;

export interface PairsReport {
  readonly set: string;
  /** Claims: rows of one group are one. */
  readonly pairs: number;
  readonly true: Counts;
  readonly false: Counts;
  /** Mean of the true claims counted yes and the false ones not; yes is verbatim, checked or matches. */
  readonly balancedAccuracy: number | null;
  readonly auroc: number | null;
  readonly byLabel: Readonly<Record<string, { readonly true: boolean } & Counts>>;
}

export function reportPairs(set: string, rows: readonly JudgedPair[]): PairsReport {
  const claims = [...Map.groupBy(rows, ({ pair }) => pair.group ?? pair.id).values()].map(bestOf);
  const trueOnes = claims.filter(({ pair }) => pair.true);
  const falseOnes = claims.filter(({ pair }) => !pair.true);
  const labels = Map.groupBy(claims, ({ pair }) => `${pair.label ?? "–"}${pair.true ? "" : " (false)"}`);
  const yesTrue = shareYes(trueOnes);
  const yesFalse = shareYes(falseOnes);
  return {
    set,
    pairs: claims.length,
    true: countsOf(trueOnes),
    false: countsOf(falseOnes),
    balancedAccuracy: yesTrue === null || yesFalse === null ? null : (yesTrue + 1 - yesFalse) / 2,
    auroc: auroc(
      trueOnes.map(({ score }) => score),
      falseOnes.map(({ score }) => score),
    ),
    byLabel: Object.fromEntries(
      [...labels].map(([label, members]) => [label, { true: members[0]?.pair.true ?? false, ...countsOf(members) }]),
    ),
  };
}

function bestOf(rows: readonly JudgedPair[]): JudgedPair {
  const isTrue = rows.some(({ pair }) => pair.true);
  const best = rows.reduce((a, b) => {
    const gain = OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome);
    return gain > 0 || (gain === 0 && b.score > a.score) ? b : a;
  });
  return { ...best, score: Math.max(...rows.map(({ score }) => score)), pair: { ...best.pair, true: isTrue } };
}

const isYes = (outcome: PairOutcome): boolean => OUTCOMES.indexOf(outcome) <= OUTCOMES.indexOf("matches");

function shareYes(rows: readonly JudgedPair[]): number | null {
  return rows.length === 0 ? null : rows.filter(({ outcome }) => isYes(outcome)).length / rows.length;
}

function countsOf(rows: readonly JudgedPair[]): Counts {
  const count = (wanted: PairOutcome) => rows.filter(({ outcome }) => outcome === wanted).length;
  return {
    n: rows.length,
    verbatim: count("verbatim"),
    checked: count("checked"),
    matches: count("matches"),
    compare: count("compare"),
    sentence: count("sentence"),
    dropped: count("dropped"),
  };
}

/** How often a true claim scores higher than a false one, ties counting half. */
function auroc(trueScores: readonly number[], falseScores: readonly number[]): number | null {
  if (trueScores.length === 0 || falseScores.length === 0) return null;
  const wins = trueScores.reduce(
    (sum, a) => sum + falseScores.reduce((inner, b) => inner + (a > b ? 1 : a === b ? 0.5 : 0), 0),
    0,
  );
  return wins / (trueScores.length * falseScores.length);
}

export function formatPairs(report: PairsReport): string {
  const head = ["", "n", ...OUTCOMES, "yes"];
  const cells = (name: string, counts: Counts) => [
    name,
    String(counts.n),
    ...OUTCOMES.map((outcome) => String(counts[outcome])),
    figure(counts.n === 0 ? null : (counts.verbatim + counts.checked + counts.matches) / counts.n),
  ];
  const labels = Object.entries(report.byLabel).sort(([a], [b]) => (a < b ? -1 : 1));
  const table = alignedTable([
    head,
    cells("true", report.true),
    cells("false", report.false),
    ...labels.map(([label, counts]) => cells(`  ${label}`, counts)),
  ]);
  const facts = `balanced accuracy of yes ${figure(report.balancedAccuracy)} · AUROC of the score ${figure(report.auroc)}`;
  return `${report.set} · ${report.pairs} claims\n\n${table}\n${facts}\n`;
}

/** What each rule catches and what true claims it turns away, and both for it alone: a rule that does not pay should go. */
export function formatYield(rows: readonly JudgedPair[]): string {
  const rules = [...new Set(rows.flatMap(({ objections }) => objections))].sort();
  const count = (truth: boolean, rule: DropReason, alone: boolean) =>
    rows.filter(
      ({ pair, objections }) =>
        pair.true === truth && objections.includes(rule) && (!alone || new Set(objections).size === 1),
    ).length;
  const lines = rules.map((rule) => [
    rule,
    ...[false, true].flatMap((truth) => [String(count(truth, rule, false)), String(count(truth, rule, true))]),
  ]);
  return alignedTable([["rule", "false caught", "alone", "true turned away", "alone"], ...lines]);
}
