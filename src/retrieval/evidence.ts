import type { Question, RankedSentence, RetrievedPassage } from "../domain.ts";
import { askedValue, strictForm } from "../text/asked-value.ts";
import { meaning } from "./fuse.ts";
import type { Query } from "./query.ts";
import type { CloseReading } from "./read-closely.ts";
import type { UnknownNames } from "./unknown-names.ts";
import { type Calibration, EVIDENCE } from "./weights.ts";

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
    standsOut(found) * totalWeight(query) ** EVIDENCE.questionLengthPower +
    likeness(found) +
    EVIDENCE.leastMatch * leastMatched -
    EVIDENCE.missing * shareMissing(query, best) -
    (lacksValue(question, sentences[0]) ? EVIDENCE.lacking : 0);
  const evidence = logistic(score, isAcross ? EVIDENCE.across : EVIDENCE.same);
  return Math.min(evidence, ceilingOf(question, sentences[0], unknown));
}

function ceilingOf(
  { text }: Question,
  nearest: RankedSentence | undefined,
  { names, mayBeTranslated }: UnknownNames,
): number {
  if (names.length > 0) return mayBeTranslated ? EVIDENCE.notLikely : EVIDENCE.notFound;
  const hasForm = strictForm(text);
  return hasForm === null || nearest === undefined || hasForm(nearest.sentence.text) ? 1 : EVIDENCE.notLikely;
}

function lacksValue({ text }: Question, nearest: RankedSentence | undefined): boolean {
  const holds = askedValue(text);
  return holds !== null && nearest !== undefined && !holds(nearest.sentence.text);
}

function standsOut(passages: readonly RetrievedPassage[]): number {
  const [best = 0, ...rest] = passages.slice(0, EVIDENCE.passagesCompared).map(({ score }) => score);
  return best - rest.reduce((sum, score) => sum + score, 0) / Math.max(1, rest.length);
}

function totalWeight({ weights }: Query): number {
  return weights.values().reduce((sum, weight) => sum + weight, 0);
}

function likeness(passages: readonly RetrievedPassage[]): number {
  return Math.max(
    ...passages
      .slice(0, EVIDENCE.meaningOf)
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
