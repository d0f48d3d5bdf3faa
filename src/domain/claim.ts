import type { ArticleCard, PassageId, Sentence } from "./article.ts";

export interface Citation {
  readonly article: ArticleCard;
  readonly passageId: PassageId;
  readonly sentence: Sentence;
}

/** The time, amount, person or place that a question asks for, word for word as the cited sentence has it. */
export interface DirectSpan {
  readonly text: string;
  readonly citation: Citation;
}

/**
 * What a reader may take a claim for. `verbatim`: it is the sentence; `matches`: what rules can prove holds and its wording is
 * near, nobody read it for meaning; `checked`: that, and a judge that passed its exam says the sentences bear it out; `compare`:
 * what rules can prove holds, the rest is unclear, so that its sentence stands below it; `sentence`: a claim was refuted, and
 * this is the sentence that it cited, in its place.
 */
export const MARKS = ["verbatim", "checked", "matches", "compare", "sentence"] as const;

export type Mark = (typeof MARKS)[number];

export interface Claim {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly mark: Mark;
  readonly startsParagraph?: boolean;
  /** Of `sentence`: the claim that was refuted. */
  readonly inPlaceOf?: DroppedClaim;
}

/**
 * Why a claim of the model was not shown: `unit` is the number of something else; `misplaced-*` stands in the sentence, but
 * next to other words; `negation` was lost or added; `plan` is told as done; `opposite` says a fall for a rise,
 * `overstated` all for some; `judged` was refused by the judge, where one is asked.
 */
export type DropReason =
  | "no-citation"
  | "unknown-key"
  | "figure"
  | "unit"
  | "date"
  | "misplaced-figure"
  | "link"
  | "name"
  | "negation"
  | "hedge"
  | "plan"
  | "opposite"
  | "overstated"
  | "unsupported"
  | "judged";

export interface DroppedClaim {
  readonly text: string;
  readonly reason: DropReason;
}
