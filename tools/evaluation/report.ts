import type { Comparison } from "./compare.ts";
import type { EvaluationReport } from "./evaluation-report.ts";
import { flatten, type MeasureGroups } from "./measures.ts";
import { alignedTable, figure } from "./tables.ts";

/** What a person at a terminal reads after a run. */
export function formatReport(report: EvaluationReport): string {
  const parts = [headline(report), alignedTable(measureRows(report))];
  if (Object.keys(report.byKind).length > 0) parts.push(alignedTable(kindRows(report)));
  return `${[...parts, facts(report)].join("\n\n")}\n`;
}

/** Measure, value, 95% interval and BM25, with a head; measures that the set cannot give are left out. */
export function measureRows(report: EvaluationReport): string[][] {
  const rows = flatten(report)
    .filter(({ value }) => value !== null)
    .map(({ group, name, value }) => {
      const interval = intervalOf(report, group, name);
      const baseline =
        group === "retrieval" ? (report.baseline.retrieval as Record<string, number | null>)[name] : undefined;
      return [
        name,
        figure(value),
        interval === null ? "–" : `${figure(interval[0])}–${figure(interval[1])}`,
        figure(baseline),
      ];
    });
  return [["measure", "value", "95% interval", "BM25"], ...rows];
}

const KIND_MEASURES = [
  "recall@1",
  "recall@5",
  "evidence@2000",
  "evidence@4000",
  "containsGold",
  "goldCited@1",
  "goldCited",
  "evidenceShown",
  "abstained",
];

/** One row a kind, with a head; empty of rows where the set has no kinds. */
export function kindRows({ byKind, byQuestion }: EvaluationReport): string[][] {
  const rows = Object.entries(byKind).map(([kind, groups]) => {
    const values = new Map(flatten(groups).map(({ name, value }) => [name, value]));
    const size = byQuestion.filter((question) => question.kind === kind).length;
    return [`${kind} (${size})`, ...KIND_MEASURES.map((name) => figure(values.get(name)))];
  });
  return [["kind", ...KIND_MEASURES], ...rows];
}

/** How a run differs from an earlier one. */
export function formatComparison({ won, lost, same, differences }: Comparison): string {
  const rows = differences
    .filter((difference) => difference.delta !== null)
    .map((one) => [one.measure, figure(one.old), figure(one.new), signed(one.delta)]);
  const counts = `Questions won ${won.length}, lost ${lost.length}, same ${same} (by the rank of the first gold article)`;
  return `${[counts, listed("won", won), listed("lost", lost), alignedTable([["measure", "old", "new", "delta"], ...rows])].filter((part) => part !== "").join("\n")}\n`;
}

function headline({ set, setHash, questions, index }: EvaluationReport): string {
  return `${set} · ${questions} questions · ${index.articles} articles, ${index.passages} passages, indexed in ${index.seconds.toFixed(1)} s · set ${setHash.slice(0, 12)}`;
}

function facts({ citations, latencyMs, cost, models }: EvaluationReport): string {
  const { shown, unknownKeys, marks } = citations;
  const lines = [
    `citations: ${shown} shown (${Object.entries(marks)
      .map(([mark, count]) => `${count} ${mark}`)
      .join(", ")}), ${unknownKeys} unknown keys refused`,
    `time a question: p50 ${figure(latencyMs.p50)} ms, p95 ${figure(latencyMs.p95)} ms`,
    `models: ${Object.entries(models)
      .map(([role, name]) => `${role} ${name}`)
      .join(", ")}`,
  ];
  if (cost.promptTokens !== null)
    lines.push(`cost: ${cost.promptTokens} prompt and ${cost.completionTokens} completion tokens`);
  return lines.join("\n");
}

function intervalOf(
  { intervals }: EvaluationReport,
  group: keyof MeasureGroups,
  name: string,
): readonly [number, number] | null {
  return (intervals[group] as Record<string, readonly [number, number] | null>)[name] ?? null;
}

const MOST_LISTED = 20;

function listed(label: string, ids: readonly string[]): string {
  if (ids.length === 0) return "";
  return `  ${label}: ${ids.slice(0, MOST_LISTED).join(" ")}${ids.length > MOST_LISTED ? ` … (${ids.length})` : ""}`;
}

function signed(value: number | null): string {
  return value !== null && value > 0 ? `+${figure(value)}` : figure(value);
}
