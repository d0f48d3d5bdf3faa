import type { RETRIEVAL_MEASURES } from "../measures.ts";
import { figure, markdownTable } from "../tables.ts";
import type { Columns } from "./run-ablation.ts";

export interface AblationRow {
  readonly variant: string;
  readonly columns: Columns;
}

type Measure = (typeof RETRIEVAL_MEASURES)[number];

const SHOWN: readonly Measure[] = ["recall@1", "recall@10", "evidence@2000", "evidence@4000"];

/** docs/ABLATION.md of these rows. */
export function ablationDocument(rows: readonly AblationRow[], questionsPerSet: number): string {
  const head = `# Ablation

Written by \`npm run eval:ablation\`; no figure here is typed by hand. Retrieval alone, with one thing changed at a time: first
the order of the same candidates, then the index they come from. At most ${questionsPerSet} answerable questions a set, spread evenly
over it, so figures differ a little from docs/EVALUATION.md. Passage sizes are targets in Chinese characters' worth of text (English:
about 2.2 characters each); "as it is" has 320 and no overlap: a sentence stands in exactly one passage.
`;
  const tables = SHOWN.map((measure) => `## ${measure}\n\n${table(rows, measure)}\n`);
  return [head, ...tables].join("\n");
}

function table(rows: readonly AblationRow[], measure: Measure): string {
  const names = [...new Set(rows.flatMap(({ columns }) => [...columns.keys()]))].filter((name) =>
    rows.some(({ columns }) => columns.get(name)?.[measure] != null),
  );
  const head = ["", ...names];
  return markdownTable([
    head,
    ...rows.map(({ variant, columns }) => [variant, ...names.map((name) => figure(columns.get(name)?.[measure]))]),
  ]);
}
