/** The names of the measures, in the order in which they are shown. */
export const RETRIEVAL_MEASURES = [
  "recall@1",
  "recall@5",
  "recall@10",
  "mrr@10",
  "ndcg@10",
  "evidence@2000",
  "evidence@4000",
] as const;

export const ANSWER_MEASURES = [
  "answered",
  "closest",
  "abstained",
  "containsGold@1",
  "containsGold@3",
  "containsGold",
  "directShown",
  "directRight",
  "goldCited@1",
  "goldCited",
  "evidenceShown",
  "f1",
  "meanChars",
] as const;

export const ABSTENTION_MEASURES = ["auroc", "refusedUnanswerable", "refusedAnswerable"] as const;

/** A value for each measure; null where there is nothing to measure it on. */
export type Scores<Name extends string> = Readonly<Record<Name, number | null>>;

export type RetrievalScores = Scores<(typeof RETRIEVAL_MEASURES)[number]>;
export type AnswerScores = Scores<(typeof ANSWER_MEASURES)[number]>;
export type AbstentionScores = Scores<(typeof ABSTENTION_MEASURES)[number]>;

export interface MeasureGroups<Value = number | null> {
  readonly retrieval: Readonly<Record<(typeof RETRIEVAL_MEASURES)[number], Value>>;
  readonly answers: Readonly<Record<(typeof ANSWER_MEASURES)[number], Value>>;
  readonly abstention: Readonly<Record<(typeof ABSTENTION_MEASURES)[number], Value>>;
}

/** Fills a record over a list of names. */
export function scoresOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

export interface FlatMeasure {
  readonly group: keyof MeasureGroups;
  readonly name: string;
  readonly value: number | null;
}

/** All measures one below the other, for tables and comparisons. */
export function flatten(groups: MeasureGroups): FlatMeasure[] {
  return (["retrieval", "answers", "abstention"] as const).flatMap((group) =>
    Object.entries(groups[group]).map(([name, value]) => ({ group, name, value })),
  );
}
