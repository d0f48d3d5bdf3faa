import type { Language, RetrievedPassage } from "../domain.ts";
import { languageOf } from "../text/language.ts";
import { meaning } from "./fuse.ts";

/** Slope and midpoint of a logistic curve; fitted on half-corpus development sets (docs/EVALUATION.md). */
interface Calibration {
  readonly midpoint: number;
  readonly slope: number;
}

const SAME_LANGUAGE: Calibration = { midpoint: 0.22, slope: 16 };
const ACROSS_LANGUAGES: Calibration = { midpoint: 0.28, slope: 16 };

/** How likely it is that the answer stands in the passages, 0-1: by words within a language, by meaning across. */
export function evidenceOf(language: Language, passages: readonly RetrievedPassage[]): number {
  let best = 0;
  for (const found of passages.slice(0, 5)) best = Math.max(best, evidenceIn(language, found));
  return best;
}

function evidenceIn(language: Language, found: RetrievedPassage): number {
  const similarity = meaning({ passageCosine: found.dense.passage, sentenceCosine: found.dense.sentence });
  if (languageOf(found.passage.text) !== language) return logistic(similarity, ACROSS_LANGUAGES);
  return logistic(found.lexical.share + 0.25 * similarity, SAME_LANGUAGE);
}

function logistic(value: number, { midpoint, slope }: Calibration): number {
  return 1 / (1 + Math.exp(-slope * (value - midpoint)));
}
