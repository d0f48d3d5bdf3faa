import type { Language } from "../domain.ts";

export interface Signals {
  readonly questionLanguage: Language;
  readonly passageLanguage: Language;
  /** Share of the question's weighted words in the passage, 0-1. */
  readonly lexicalShare: number;
  readonly passageCosine: number;
  /** Best cosine of the question with one sentence of the passage. */
  readonly sentenceCosine: number;
}

const SENTENCE_WEIGHT = 0.7;
const SAME_LANGUAGE = { lexical: 1, meaning: 0.25 };
const ACROSS_LANGUAGES = { lexical: 0.5, meaning: 0.6 };

/**
 * One score from words and meaning: with r the lexical share and C = (passage cosine + 0.7 * sentence cosine) / 1.7,
 * r + 0.25 C where question and passage share a language, 0.5 r + 0.6 C where they do not. Where words match well they
 * lead, where they have nothing to say r is near 0 and meaning leads. Reciprocal rank fusion lets stray digits and names
 * outvote meaning across languages; docs/EVALUATION.md has both measured.
 */
export function fuse(signals: Signals): number {
  const weights = signals.questionLanguage === signals.passageLanguage ? SAME_LANGUAGE : ACROSS_LANGUAGES;
  return weights.lexical * signals.lexicalShare + weights.meaning * meaning(signals);
}

/** Passage and sentence cosine as one, -1..1. */
export function meaning(signals: Pick<Signals, "passageCosine" | "sentenceCosine">): number {
  return (signals.passageCosine + SENTENCE_WEIGHT * signals.sentenceCosine) / (1 + SENTENCE_WEIGHT);
}
