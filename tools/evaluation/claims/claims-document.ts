import { figure, markdownTable } from "../tables.ts";
import type { ClaimsReport } from "./claims-report.ts";
import { claimRows } from "./format-claims.ts";

const METHOD = `## Claims: what the check lets through

Claims are made from the sentences of the articles by a generator that knows nothing of the check: true ones with harmless
differences, and lies, each broken in one way that is sure to make it false. Every claim goes through the very code that checks a
chat model's claims. "Shown" is with any mark. Rows that begin with "joined" are claims that join two neighbouring sentences and
cite both.
The limits are the product's own aims; a class without a limit is only reported.

What no figure here can show:

- The generator breaks plain sentences in plain ways; a model errs in freer wording, and a claim can be false in two ways at once.
- Cause and effect exchanged leave every word in its place: telling them apart takes a model.
- A quote cut so that a condition is gone looks like a shortened sentence.
- A swap of names is seen only where names are known as such; a subject told by "it" or by a common noun is not.
- That a sentence supports a claim is measured by shared words and vectors, not by entailment, and whether the article itself is
  right is not asked at all.
`;

/** The section of docs/EVALUATION.md about claims. */
export function claimsSection(reports: readonly ClaimsReport[]): string {
  return reports.length === 0 ? "" : [METHOD, ...reports.map(tables)].join("\n");
}

function tables(report: ClaimsReport): string {
  const { name, articles, sentences, claimsHash, checkMs } = report;
  const facts = `${articles} articles, ${sentences} plain sentences; claims \`${claimsHash.slice(0, 12)}\`; a check takes ${figure(checkMs.p50)} ms (p50), ${figure(checkMs.p95)} ms (p95).`;
  const parts = (["true", "lie"] as const).map((truth) => markdownTable(claimRows(report, truth)));
  return [
    `### Claims: ${name}\n`,
    `${facts}\n`,
    "True claims, to be kept:\n",
    `${parts[0]}\n`,
    "Lies, to be dropped:\n",
    `${parts[1]}\n`,
  ].join("\n");
}
