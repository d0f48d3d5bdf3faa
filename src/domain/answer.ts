import type { ArticleCard, Language } from "./article.ts";
import type { Citation, Claim, DirectSpan, DroppedClaim } from "./claim.ts";
import type { Searched } from "./found.ts";
import type { Judging, ModelFailure, Usage } from "./models.ts";
import type { Understanding } from "./question.ts";
import type { Follows } from "./turn.ts";

/** The last three are of a change to an answer: it takes a model that is not there, the answer has fewer points, or it is neither Chinese nor English. */
export type AbstainReason =
  | "nothing-found"
  | "weak-evidence"
  | "no-claim-left"
  | "model-abstained"
  | "needs-model"
  | "no-such-point"
  | "no-such-language";

/** What became of a model's claims where none is left. */
export interface Fallen {
  readonly dropped: readonly DroppedClaim[];
  readonly usage: Usage | null;
  readonly judging?: Judging | undefined;
}

/** `understood`: how the articles were limited for it; `timeline`: the values, where one was asked for. */
export type Answer = AnswerOfKind & { readonly understood?: Understanding; readonly timeline?: Timeline };

type AnswerOfKind =
  | {
      readonly kind: "answered";
      readonly language: Language;
      readonly claims: readonly Claim[];
      readonly dropped: readonly DroppedClaim[];
      /** Words of the question that no cited sentence bears, where the model says that something is missing. */
      readonly open: readonly string[];
      /** Whether the question asks for several things. */
      readonly layout: "text" | "list" | "table";
      /** How many of the claims failed at first and were repaired by the model. */
      readonly repaired: number;
      /** `cut`: the stream ended early and only what was checked until then is here. */
      readonly coverage: "complete" | "cut";
      readonly searched: Searched;
      readonly follows?: Follows | undefined;
      readonly usage: Usage | null;
      /** Absent where no judge was asked. */
      readonly judging?: Judging | undefined;
    }
  | {
      readonly kind: "closest";
      readonly language: Language;
      /** Sentences of the articles, verbatim, best first. */
      readonly claims: readonly Claim[];
      /** `likely`: strong evidence that the answer is among them; `related`: they are merely the nearest. */
      readonly strength: "likely" | "related";
      readonly direct: DirectSpan | null;
      /** Set where a model was to write the answer and failed. */
      readonly failure: ModelFailure | null;
      /** Set where it wrote claims and none of them can be shown. */
      readonly fallen?: Fallen | undefined;
      readonly unknownNames: readonly string[];
      readonly searched: Searched;
      readonly follows?: Follows | undefined;
    }
  | {
      readonly kind: "abstained";
      readonly language: Language;
      readonly reason: AbstainReason;
      readonly dropped: readonly DroppedClaim[];
      readonly unknownNames: readonly string[];
      readonly searched: Searched;
      readonly follows?: Follows | undefined;
      /** Articles that come nearest, not sources. */
      readonly nearest: readonly ArticleCard[];
      readonly usage: Usage | null;
      readonly judging?: Judging | undefined;
    };

export interface Summary {
  readonly article: ArticleCard;
  readonly language: Language;
  /** `written` by a chat model from cited sentences, or `extracted`: the article's own sentences. */
  readonly kind: "written" | "extracted";
  /** Passages that were read, of all that the article has. */
  readonly coverage?: { readonly read: number; readonly of: number };
  readonly claims: readonly Claim[];
  readonly dropped: readonly DroppedClaim[];
  readonly repaired: number;
  readonly usage: Usage | null;
  readonly judging?: Judging | undefined;
}

/** One value of a timeline, with every article that gives it. */
export interface TimelineValue {
  /** `2024`, `2024-07` or `2024-07-12`: named in the text, else the day of publication. */
  readonly asOf: string;
  /** As it is written. */
  readonly text: string;
  readonly amount: number;
  readonly unit: string;
  /** Every source tells it as hearsay or as a plan. */
  readonly isRumour: boolean;
  readonly citations: readonly Citation[];
}

/** How one property of one thing changed, oldest first. */
export interface Timeline {
  readonly language: Language;
  readonly entity: string;
  readonly attribute: string;
  readonly values: readonly TimelineValue[];
}

/** What several articles say, one statement of each. */
export interface Overview {
  readonly language: Language;
  /** As it was asked. */
  readonly about: string;
  /** In the order of the articles' days. */
  readonly claims: readonly Claim[];
  /** How many articles were read, of how many that fit. */
  readonly read: number;
  readonly articles: number;
  readonly understood?: Understanding;
}
