import { alignedTable, figure } from "../tables.ts";
import { type ClaimRow, type ClaimsReport, shownOf } from "./claims-report.ts";
import { LEAST_KEPT } from "./classes.ts";

const HEAD = ["class", "made", "shown", "share", "verbatim", "matches", "limit", "", "dropped for"];

/** What a person at a terminal reads after a run. */
export function formatClaims(report: ClaimsReport): string {
  const { name, articles, sentences, claimsHash, checkMs } = report;
  const head = `${name} · ${articles} articles, ${sentences} plain sentences · claims ${claimsHash.slice(0, 12)}`;
  const failed = report.rows.filter(({ verdict }) => verdict === "FAIL");
  const parts = [
    head,
    `True claims: shown at least\n${alignedTable(claimRows(report, "true"))}`,
    `Lies: shown at most\n${alignedTable(claimRows(report, "lie"))}`,
    `time a check: p50 ${figure(checkMs.p50)} ms, p95 ${figure(checkMs.p95)} ms`,
    failed.length === 0
      ? "OK: every limit is held"
      : `FAIL: ${failed.length} of ${report.rows.length} limits are broken`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The rows of one kind, with a head; classes of which no claim could be made have a row of zeros. */
export function claimRows({ rows }: ClaimsReport, truth: ClaimRow["truth"]): string[][] {
  const wanted = rows.filter((row) => row.truth === truth);
  return [HEAD, ...wanted.map(cellsOf), ...totals(wanted, truth)];
}

function cellsOf(row: ClaimRow): string[] {
  const shown = shownOf(row);
  const { verbatim, matches } = row.marks;
  const limit = row.truth === "true" ? (row.limit ?? LEAST_KEPT) : row.limit;
  const counts = [row.made, shown].map(String);
  const share = row.made === 0 ? null : shown / row.made;
  return [
    row.name,
    ...counts,
    figure(share),
    ...[verbatim, matches].map(String),
    figure(limit),
    row.verdict,
    reasons(row),
  ];
}

function totals(rows: readonly ClaimRow[], truth: ClaimRow["truth"]): string[][] {
  if (truth === "lie" || rows.length < 2) return [];
  const made = rows.reduce((sum, row) => sum + row.made, 0);
  const shown = rows.reduce((sum, row) => sum + shownOf(row), 0);
  const marks = (["verbatim", "matches"] as const).map((mark) => rows.reduce((sum, row) => sum + row.marks[mark], 0));
  const least = rows[0]?.limit ?? LEAST_KEPT;
  const verdict = made === 0 ? "–" : shown / made >= least ? "OK" : "FAIL";
  return [
    [
      "all",
      String(made),
      String(shown),
      figure(made === 0 ? null : shown / made),
      ...marks.map(String),
      figure(least),
      verdict,
      "",
    ],
  ];
}

function reasons({ dropped }: ClaimRow): string {
  return Object.entries(dropped)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(", ");
}

/** The wrong outcomes of a row with the sentences they cite. */
export function formatExamples({ name, examples }: ClaimRow): string {
  const told = examples.map(({ id, text, cited, outcome }) =>
    [`${id} → ${outcome}`, `  claim  ${text}`, ...cited.map((sentence) => `  cited  ${sentence}`)].join("\n"),
  );
  return `${name}: ${examples.length} wrong outcomes\n${told.join("\n\n")}\n`;
}
