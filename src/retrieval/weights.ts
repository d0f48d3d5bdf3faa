/**
 * Every number that retrieval was fitted with, once; the ablation reads the same ones. They were fitted on development sets;
 * `npm run eval:ablation` measures what each part is worth (docs/ABLATION.md), `npm run eval:all` that a change breaks nothing.
 */

/** Weights of the lexical shares of passage, article and title, and of the meaning. */
export interface FusionWeights {
  readonly passage: number;
  readonly article: number;
  readonly title: number;
  readonly meaning: number;
}

/** Where question and passage share a language, and where they do not. */
export interface Fusion {
  readonly same: FusionWeights;
  readonly across: FusionWeights;
}

export const FUSION: Fusion = {
  same: { passage: 1, article: 0.2, title: 0.15, meaning: 0.35 },
  across: { passage: 0.5, article: 0.2, title: 0, meaning: 0.7 },
};
/** Of the best sentence's cosine, beside 1 for the passage's. */
export const SENTENCE_WEIGHT = 0.7;

/** How many passages each search may bring before fusion. */
export const CANDIDATES_PER_SEARCH = 200;
/** Sentence vectors cost about 20 µs each, so only the best candidates get them. */
export const SENTENCES_READ_OF = 100;
/** Of the language in which fewer passages are written so many are looked at, or the other one's would crowd them out. */
export const RESERVED_FOR_FEWER = 30;
export const PASSAGES_PER_ARTICLE = 4;

/** P = base + other · Cx − own · Cs − words · r, between 0 and `most`; see step-back.ts. */
export const STEP_BACK = { base: 0.25, other: 2.5, own: 3, words: 0.5, most: 0.3 };
/** Where the other language leads, the best passage of the question's own stands in this place at the latest, counted from 0. */
export const OWN_HEARD_BY = 2;

/** Reading takes about 1 ms a passage, so only the best ones are read. */
export const PASSAGES_READ = 8;
/** Weight of the matched words, half for the whole passage and half for its best sentence. */
export const MATCH_WEIGHT = 0.4;

/** A sentence's score beside the words it matches. Neighbours of these do about as well on every development set. */
export const SENTENCE = { withPrevious: 0.3, meaning: 0.5, passage: 1.2, value: 0.2 };
/** A sentence that asks is seldom the one that answers. */
export const QUESTION_PENALTY = 0.1;

/** What days that are merely preferred are worth, against lexical shares of at most 1. */
export const DAYS = {
  inRange: 0.35,
  /** What was told soon after the days is about them too. */
  around: 0.15,
  aroundDays: 31,
  /** What the newest article gains where "now" is asked for; half of it half a year before. */
  newest: 0.5,
  halfLifeDays: 180,
};
/** A month counts at its full weight, a year at little. */
export const RANGE_WEIGHTS: readonly (readonly [mostDays: number, weight: number])[] = [
  [31, 1],
  [100, 0.6],
  [Number.POSITIVE_INFINITY, 0.2],
];

/** A logistic curve set so that 0.2 and 0.6 part the three tiers of a quoted answer (docs/EVALUATION.md, abstention). */
export interface Calibration {
  readonly midpoint: number;
  readonly slope: number;
}

export const EVIDENCE = {
  same: { midpoint: 0.628, slope: 5.6 },
  across: { midpoint: 0.526, slope: 7.5 },
  passagesCompared: 8,
  meaningOf: 5,
  leastMatch: 0.6,
  missing: 0.2,
  lacking: 0.4,
  questionLengthPower: 0.25,
  /** Just below what answering takes for likely, and for found at all. */
  notLikely: 0.59,
  notFound: 0.19,
};
