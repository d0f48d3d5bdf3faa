import type { Question, RankedSentence, RetrievedPassage } from "../domain.ts";
import type { SentenceEncoder } from "../ports.ts";
import { type AskedWords, askedWords, bestOf, type Met, shareMet } from "./met-words.ts";
import type { Query } from "./query.ts";
import { rankSentences } from "./rank-sentences.ts";

/** About 1 ms a passage, so only the best. */
export const PASSAGES_READ = 8;
/** Of the words met by the passage and by its best sentence, each half; measured in docs/ABLATION.md. */
const MET_WEIGHT = 0.4;

export interface ReadPassage {
  readonly found: RetrievedPassage;
  /** One for each sentence. */
  readonly met: readonly Met[];
  /** How much each word of the question counts in its language. */
  readonly weights: readonly number[];
}

export interface CloseReading {
  readonly passages: RetrievedPassage[];
  /** Of the passages that were read, best first. */
  readonly sentences: RankedSentence[];
  /** How well the passage that came first before the reading meets the word that it meets least, 0-1; see leastMet. */
  readonly leastMet: number;
}

/** Reads the best passages word by word, which puts them into a better order and finds the sentences nearest to the question. */
export function readClosely(
  ranked: readonly RetrievedPassage[],
  question: Question,
  query: Query,
  encoder: SentenceEncoder,
): CloseReading {
  const asked = askedWords(question.text, query, encoder);
  const inOrder = ranked.slice(0, PASSAGES_READ).map((found) => readPassage(found, asked, query));
  const read = inOrder.toSorted((a, b) => b.found.score - a.found.score);
  return {
    passages: [...read.map(({ found }) => found), ...ranked.slice(PASSAGES_READ)],
    sentences: rankSentences(read, question, query, encoder),
    leastMet: leastMet(inOrder.find(({ found }) => found.passage.language === read[0]?.found.passage.language)),
  };
}

/** The title counts as one more sentence, or what is asked in its words would lose to passages that repeat a few. */
function readPassage(found: RetrievedPassage, { meet, ...asked }: AskedWords, { language }: Query): ReadPassage {
  const weights = found.passage.language === language ? asked.weights : asked.weightsAcross;
  const met = found.passage.sentences.map(({ text }) => meet(text));
  const withTitle = [...met, meet(found.article.title)];
  const together = shareMet(bestOf(withTitle, weights.length), weights);
  const best = Math.max(...withTitle.map((one) => shareMet(one, weights)));
  return { found: { ...found, score: found.score + (MET_WEIGHT * (together + best)) / 2 }, met, weights };
}

/** 1 less the most that any word lacks; a word of half the greatest weight counts half. */
function leastMet(read: ReadPassage | undefined): number {
  const { met, weights } = read ?? { met: [], weights: [] };
  const weightiest = Math.max(1, ...weights);
  const best = bestOf(met, weights.length);
  return Math.min(1, ...best.map((value, index) => 1 - ((weights[index] ?? 0) / weightiest) * (1 - value)));
}
