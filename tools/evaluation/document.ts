import { claimsSection } from "./claims/claims-document.ts";
import type { ClaimsReport } from "./claims/claims-report.ts";
import type { EvaluationReport } from "./evaluation-report.ts";
import { kindRows, measureRows } from "./report.ts";
import { figure, markdownTable } from "./tables.ts";

const METHOD = `# Evaluation

Written by \`npm run eval:all\`; no figure here is typed by hand. Every set runs through the very code that the bot uses, over an
index made for the run, and plain BM25 (k1 1.2, b 0.75) over the same passages runs beside it.

- **recall@k, MRR@10, nDCG@10**: a gold article among the first k distinct articles; a repost of a gold article counts as it. Only
  questions that have an answer count.
- **evidence@2000, @4000**: a gold passage or quote within the first 2,000 or 4,000 characters of the retrieved passages in their
  order, so that longer passages do not win by length. A match is a common substring of half the shorter text or more, with case,
  compatibility forms, blanks, markup and punctuation folded.
- **directShown, directRight**: share of questions whose reply opens with a date, figure or name, and how many of those are right.
- **containsGold@1, @3, containsGold**: an accepted answer stands in the first one, the first three, or all sentences shown; figures
  only as whole figures. **f1**: tokens shown against those accepted (SQuAD; a Chinese character is a token). An abstention counts 0.
- **goldCited@1, goldCited**: a gold article, or a repost of one, is the first that is cited, or among the sources at all.
- **evidenceShown**: a cited sentence overlaps a gold quote by half or more of the shorter.
- **answered, closest, abstained**: shares of all questions. **meanChars**: length of what is shown, abstentions left out.
- **auroc**: chance that the evidence score of an answerable question lies above that of an unanswerable one.
  **refusedUnanswerable** should be high, **refusedAnswerable** low.
- **citations**: a verbatim extract supports itself, so its citations are right by construction; read them beside containsGold.
- "beside others": the sample articles, Chinese and English, are in the same index; they answer none of these questions.
- "half": every second article by name is removed, and questions whose gold is gone become unanswerable.
- Intervals: percentile bootstrap, 1,000 seeded resamples of the questions. Times are of the machine that ran this.
`;

/** docs/EVALUATION.md of these runs. */
export function evaluationDocument(reports: readonly EvaluationReport[], claims: readonly ClaimsReport[] = []): string {
  const parts = [METHOD, "## All sets\n", overview(reports), "\n\n## Abstention and answers\n", answersTable(reports)];
  const checked = claims.length === 0 ? [] : ["\n", claimsSection(claims).trimEnd()];
  return `${[...parts, ...checked, ...reports.map(section)].join("\n")}\n`;
}

function overview(reports: readonly EvaluationReport[]): string {
  const head = [
    "set",
    "questions",
    "recall@1",
    "BM25",
    "recall@10",
    "BM25",
    "nDCG@10",
    "BM25",
    "evidence@4000",
    "BM25",
  ];
  const rows = reports.map(({ set, questions, retrieval, baseline: { retrieval: bm25 } }) => [
    set,
    String(questions),
    ...(["recall@1", "recall@10", "ndcg@10", "evidence@4000"] as const).flatMap((name) => [
      figure(retrieval[name]),
      figure(bm25[name]),
    ]),
  ]);
  return markdownTable([head, ...rows]);
}

function answersTable(reports: readonly EvaluationReport[]): string {
  const head = [
    "set",
    "containsGold@1",
    "containsGold@3",
    "containsGold",
    "evidenceShown",
    "abstained",
    "AUROC",
    "refusedUnanswerable",
    "refusedAnswerable",
    "ms p50",
    "ms p95",
  ];
  const rows = reports.map(({ set, answers, abstention, latencyMs }) => [
    set,
    ...(["containsGold@1", "containsGold@3", "containsGold", "evidenceShown", "abstained"] as const).map((name) =>
      figure(answers[name]),
    ),
    ...(["auroc", "refusedUnanswerable", "refusedAnswerable"] as const).map((name) => figure(abstention[name])),
    figure(latencyMs.p50),
    figure(latencyMs.p95),
  ]);
  return markdownTable([head, ...rows]);
}

function section(report: EvaluationReport): string {
  const { set, setHash, index, models, versions, citations } = report;
  const facts = [
    `${index.articles} articles, ${index.passages} passages, indexed in ${index.seconds.toFixed(1)} s; set \`${setHash.slice(0, 12)}\`, index \`${index.fingerprint}\``,
    `models: ${pairs(models)}; versions: ${pairs(versions)}`,
    `citations: ${citations.shown} shown (${pairs(citations.marks)}), ${citations.unknownKeys} unknown keys refused`,
  ];
  const kinds = Object.keys(report.byKind).length === 0 ? "" : `\n${markdownTable(kindRows(report))}\n`;
  return `\n\n## ${set}\n\n${facts.map((fact) => `- ${fact}`).join("\n")}\n\n${markdownTable(measureRows(report))}\n${kinds}`.trimEnd();
}

function pairs(record: Readonly<Record<string, string | number>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
