import type { Claim } from "./claim.ts";

export interface Turn {
  readonly question: string;
  readonly answer: string;
  /** The question with what it left unsaid. */
  readonly read: string;
  /** What was shown, with its sources; empty where nothing was found. */
  readonly claims: readonly Claim[];
}

/** That a question was read as one more about the turn before. */
export interface Follows {
  /** What that turn was about, in few words. */
  readonly subject: string;
  /** The question with what it left unsaid. */
  readonly read: string;
}
