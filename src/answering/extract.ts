import type { Citation, Claim, PassageId, RankedSentence, Sentence } from "../domain.ts";

/** A sentence that a model chose may use other words than the question, but must be about the same thing. */
const LEAST_OF_BEST = 0.5;

/** Whether a sentence is about the question, so that it may replace a model's refuted words. */
export function speaksToQuestion(ranked: readonly RankedSentence[]): (citation: Citation) => boolean {
  const least = LEAST_OF_BEST * (ranked[0]?.score ?? 0);
  const near = ranked
    .filter(({ score }) => score >= least)
    .map(({ found, sentence }) => keyOf(found.passage.id, sentence));
  const known = new Set(near);
  return ({ passageId, sentence }) => known.has(keyOf(passageId, sentence));
}

const keyOf = (passage: PassageId, { ordinal }: Sentence): string => `${passage} ${ordinal}`;

/** Each sentence as a claim, without repetitions. */
export function verbatimClaims(sentences: readonly RankedSentence[]): Claim[] {
  return withoutRepeats(sentences).map(({ found, sentence }) => ({
    text: sentence.text,
    citations: [{ article: found.article, passageId: found.passage.id, sentence }],
    mark: "verbatim",
  }));
}

function withoutRepeats(sentences: readonly RankedSentence[]): RankedSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ sentence }) => {
    const text = sentence.text.replace(/[\s\p{P}]/gu, "");
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
