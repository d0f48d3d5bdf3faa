import type { DropReason } from "../../../src/domain.ts";

export type Kept = "verbatim" | "matches";

/** One class of claims, counted. */
export interface ClaimRow {
  readonly name: string;
  readonly truth: "true" | "lie";
  readonly made: number;
  readonly marks: Readonly<Record<Kept, number>>;
  /** Only reasons that occurred. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Lies: the share shown, at most; null is only reported. True claims have the limit of all true claims. */
  readonly limit: number | null;
  readonly verdict: "OK" | "FAIL" | "–";
  /** Claims of which the outcome is the wrong one, as many as were asked for. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly id: string;
  readonly text: string;
  readonly cited: readonly string[];
  readonly outcome: Kept | DropReason;
}

export interface ClaimsReport {
  readonly name: string;
  readonly articles: number;
  /** Plain sentences that claims start from. */
  readonly sentences: number;
  /** sha256 in hex over all claims; two runs compare only where it is the same. */
  readonly claimsHash: string;
  readonly rows: readonly ClaimRow[];
  readonly checkMs: { readonly p50: number | null; readonly p95: number | null };
}

export function shownOf({ marks }: Pick<ClaimRow, "marks">): number {
  return marks.verbatim + marks.matches;
}
