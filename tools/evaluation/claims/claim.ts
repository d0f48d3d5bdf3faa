import type { ArticleCard, Language, Passage, Sentence } from "../../../src/domain.ts";
import type { Random } from "./random.ts";

/** A sentence with where it stands. */
export interface Place {
  readonly article: ArticleCard;
  readonly passage: Passage;
  readonly sentence: Sentence;
}

export interface SourceArticle {
  readonly card: ArticleCard;
  readonly passages: readonly Passage[];
  readonly places: readonly Place[];
  readonly text: string;
}

/** A true claim to start from: one sentence, or two neighbours joined into one claim that cites both. */
export interface Base {
  readonly text: string;
  readonly cited: readonly Place[];
  readonly language: Language;
  readonly source: SourceArticle;
  /** All that the claim may draw on: the cited sentences, title and day of the article. */
  readonly context: string;
}

export interface Made {
  readonly text: string;
  /** What is cited; the base's own sentences where absent. */
  readonly cited?: readonly Place[];
  /** Keys that no request ever gave, cited beside. */
  readonly forged?: readonly string[];
}

/** Changes a true claim in one way; null where it cannot be sure that the change does what its class says. */
export type Maker = (base: Base, random: Random, sources: readonly SourceArticle[]) => Made | null;

export interface TestClaim {
  readonly id: string;
  readonly row: string;
  readonly text: string;
  readonly cited: readonly Place[];
  readonly forged: readonly string[];
  readonly source: SourceArticle | null;
  readonly question: string | null;
}
