import type { AbstainReason, Answer } from "./answer.ts";
import type { ArticleCard, Language } from "./article.ts";
import type { DropReason, Mark } from "./claim.ts";
import type { JudgeEnding, ModelFailure } from "./models.ts";

/** What stays known of an article where it was cited, also after it left the index. */
export type CitedArticle = Pick<ArticleCard, "title" | "author" | "publishedAt" | "url" | "sourcePath" | "missing">;

export interface CitedSentence {
  readonly text: string;
  readonly article: CitedArticle;
}

export interface KeptClaim {
  readonly text: string;
  /** null where the claim is the article's own sentence and was shown as a quote. */
  readonly mark: Mark | null;
  readonly startsParagraph?: boolean | undefined;
  readonly sentences: readonly CitedSentence[];
}

/** A reply as it was shown, whole in itself. */
export interface KeptReply {
  readonly kind: Answer["kind"] | "summary";
  readonly language: Language;
  /** As it was asked; of a summary, the title of its article. */
  readonly question: string;
  /** The one article that was asked; null when all were, and of a summary. */
  readonly only: CitedArticle | null;
  /** What stood above the claims; null where they came first. */
  readonly opening: string | null;
  readonly direct: KeptClaim | null;
  readonly layout: "text" | "list" | "table";
  readonly claims: readonly KeptClaim[];
  /** What the reply said of itself: how it was verified, what was dropped, stays open, was searched. */
  readonly notes: readonly string[];
  /** Articles that came nearest, not sources. */
  readonly nearest: readonly CitedArticle[];
}

export interface StoredReply {
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly reply: KeptReply;
}

/** What may be wrong with an answer, and with "not found". */
export const VOTE_REASONS = ["wrong", "misread", "incomplete", "missed", "uncollected"] as const;

export type VoteReason = (typeof VOTE_REASONS)[number];

export type Vote = { readonly kind: "up" } | { readonly kind: "down"; readonly reason: VoteReason | null };

/** Every way in which a question, a summary, a claim or a call of the judge can end; each is counted. */
export type OutcomeName =
  | "answered"
  | "answered-cut"
  | `closest-${"likely" | "related"}`
  | `abstained-${AbstainReason}`
  | "stopped"
  | "error"
  | `failure-${ModelFailure}`
  | "all-refuted"
  | `mark-${Mark}`
  | "repaired"
  | `dropped-${DropReason}`
  | `judge-${JudgeEnding | "unsure"}`
  | `summary-${"written" | "extracted" | "failed"}`;
