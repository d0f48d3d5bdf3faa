import type { RetrievedPassage } from "../domain.ts";
import type { WordMatches } from "./matched-words.ts";

/** A passage with what each of its sentences meets of the question. */
export interface ReadPassage {
  readonly found: RetrievedPassage;
  /** One entry for each sentence. */
  readonly matches: readonly WordMatches[];
  /** How much each word of the question counts in the language of the passage. */
  readonly weights: readonly number[];
}
