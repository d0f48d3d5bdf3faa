import type { Question, RankedSentence, RetrievedPassage } from "../domain.ts";
import { askedValue, strictForm } from "../text/asked-value.ts";
import { meaning } from "./fuse.ts";
import type { Query } from "./query.ts";
import type { CloseReading } from "./read-closely.ts";
import type { UnknownNames } from "./unknown-names.ts";

/** A logistic curve, set so that 0.2 and 0.6 separate the three tiers of a quoted answer (docs/EVALUATION.md, abstention). */
interface Calibration {
  readonly midpoint: number;
  readonly slope: number;
}

const SAME_LANGUAGE: Calibration = { midpoint: 0.628, slope: 5.6 };
const ACROSS_LANGUAGES: Calibration = { midpoint: 0.526, slope: 7.5 };
const PASSAGES_COMPARED = 8;
const MEANING_OF = 5;
const LEAST_MATCH_WEIGHT = 0.6;
const MISSING_WEIGHT = 0.2;
const LACKING_WEIGHT = 0.4;
/** Just below the thresholds for "likely" and for "found". */
const NOT_LIKELY = 0.59;
const NOT_FOUND = 0.19;
const QUESTION_LENGTH_POWER = 0.25;

/**
 * How likely it is that the passages contain the answer, 0-1. The strongest sign is how far the best passage stands out from
 * the next ones (after Shtok et al. 2012, query performance by score dispersion), more so for a long question. Its similarity
 * in meaning counts too, and how well it matches even its least matched word. Missing names and figures count against it, and
 * so does a nearest sentence without the kind of value that was asked for. If a name is in no article, the articles do not
 * say. If money, people or a school is asked for and missing, the result is not called likely. `ranked` is the order before
 * close reading, after which scores tell less. Only passages in the language of the best one are compared, because scores of
 * two languages are not comparable.
 */
export function evidenceOf(
  question: Question,
  query: Query,
  ranked: readonly RetrievedPassage[],
  { passages: [nearest], sentences, leastMatched }: CloseReading,
  unknown: UnknownNames,
): number {
  const found = ranked.filter(({ passage }) => passage.language === nearest?.passage.language);
  const best = found[0];
  if (best === undefined) return 0;
  const isAcross = best.passage.language !== query.language;
  const score =
    standsOut(found) * totalWeight(query) ** QUESTION_LENGTH_POWER +
    likeness(found) +
    LEAST_MATCH_WEIGHT * leastMatched -
    MISSING_WEIGHT * shareMissing(query, best) -
    (lacksValue(question, sentences[0]) ? LACKING_WEIGHT : 0);
  const evidence = logistic(score, isAcross ? ACROSS_LANGUAGES : SAME_LANGUAGE);
  return Math.min(evidence, ceilingOf(question, sentences[0], unknown));
}

function ceilingOf(
  { text }: Question,
  nearest: RankedSentence | undefined,
  { names, mayBeTranslated }: UnknownNames,
): number {
  if (names.length > 0) return mayBeTranslated ? NOT_LIKELY : NOT_FOUND;
  const hasForm = strictForm(text);
  return hasForm === null || nearest === undefined || hasForm(nearest.sentence.text) ? 1 : NOT_LIKELY;
}

function lacksValue({ text }: Question, nearest: RankedSentence | undefined): boolean {
  const holds = askedValue(text);
  return holds !== null && nearest !== undefined && !holds(nearest.sentence.text);
}

function standsOut(passages: readonly RetrievedPassage[]): number {
  const [best = 0, ...rest] = passages.slice(0, PASSAGES_COMPARED).map(({ score }) => score);
  return best - rest.reduce((sum, score) => sum + score, 0) / Math.max(1, rest.length);
}

function totalWeight({ weights }: Query): number {
  return weights.values().reduce((sum, weight) => sum + weight, 0);
}

function likeness(passages: readonly RetrievedPassage[]): number {
  return Math.max(
    ...passages
      .slice(0, MEANING_OF)
      .map(({ dense }) => meaning({ passageCosine: dense.passage, sentenceCosine: dense.sentence })),
  );
}

/** The share of the question's figures, and of Latin words in a Chinese question, that the passage lacks. */
function shareMissing({ terms, language }: Query, { matchedTerms }: RetrievedPassage): number {
  const exact = terms.filter((term) => (language === "zh" ? /[a-z\d]/ : /\d/).test(term));
  if (exact.length === 0) return 0;
  const held = new Set(matchedTerms);
  return exact.filter((term) => !held.has(term)).length / exact.length;
}

function logistic(value: number, { midpoint, slope }: Calibration): number {
  return 1 / (1 + Math.exp(-slope * (value - midpoint)));
}
