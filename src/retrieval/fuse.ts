import type { Language } from "../domain.ts";
import { FUSION, type Fusion, SENTENCE_WEIGHT } from "./weights.ts";

export interface Signals {
  readonly questionLanguage: Language;
  readonly passageLanguage: Language;
  /** Share of the question's weighted words in the passage, 0-1. */
  readonly lexicalShare: number;
  /** The same share, of the passage's whole article and of its title. */
  readonly articleShare: number;
  readonly titleShare: number;
  readonly passageCosine: number;
  /** Best cosine of the question with one sentence of the passage. */
  readonly sentenceCosine: number;
}

/**
 * One score from words and meaning. With r, a and t the lexical shares of passage, article and title, and
 * C = (passage cosine + 0.7 * sentence cosine) / 1.7: r + 0.2 a + 0.15 t + 0.35 C where question and passage share a
 * language, 0.5 r + 0.2 a + 0.7 C where they do not. If words match well, they lead; if they do not, r is near 0 and
 * meaning leads. Reciprocal rank fusion lets stray digits and names outvote meaning across languages;
 * docs/ABLATION.md has both measured.
 */
export function fuse(signals: Signals, { same, across }: Fusion = FUSION): number {
  const weights = signals.questionLanguage === signals.passageLanguage ? same : across;
  return (
    weights.passage * signals.lexicalShare +
    weights.article * signals.articleShare +
    weights.title * signals.titleShare +
    weights.meaning * meaning(signals)
  );
}

/** Passage and sentence cosine as one, -1..1. */
export function meaning(signals: Pick<Signals, "passageCosine" | "sentenceCosine">): number {
  return (signals.passageCosine + SENTENCE_WEIGHT * signals.sentenceCosine) / (1 + SENTENCE_WEIGHT);
}
