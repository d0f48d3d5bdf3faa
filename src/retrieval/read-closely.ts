import type { Question, RankedSentence, RetrievedPassage } from "../domain.ts";
import type { SentenceEncoder } from "../ports.ts";
import { type AskedWords, askedWords, bestOf, matchedShare } from "./matched-words.ts";
import type { Query } from "./query.ts";
import { rankSentences } from "./rank-sentences.ts";
import type { ReadPassage } from "./read-passage.ts";
import { MATCH_WEIGHT, PASSAGES_READ } from "./weights.ts";

export interface CloseReading {
  readonly passages: RetrievedPassage[];
  /** From the passages that were read, best first. */
  readonly sentences: RankedSentence[];
  /** How well the passage that was first before the reading matches the word it matches least, 0-1. */
  readonly leastMatched: number;
}

/** Reads the best passages word by word. This improves their order and finds the sentences nearest to the question. */
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
    leastMatched: leastMatched(inOrder.find(({ found }) => found.passage.language === read[0]?.found.passage.language)),
  };
}

/** The title counts as one more sentence. Otherwise a question in its words would lose to passages that repeat a few of them. */
function readPassage(found: RetrievedPassage, { match, ...asked }: AskedWords, { language }: Query): ReadPassage {
  const weights = found.passage.language === language ? asked.weights : asked.weightsAcross;
  const matches = found.passage.sentences.map(({ text }) => match(text));
  const withTitle = [...matches, match(found.article.title)];
  const together = matchedShare(bestOf(withTitle, weights.length), weights);
  const best = Math.max(...withTitle.map((one) => matchedShare(one, weights)));
  return { found: { ...found, score: found.score + (MATCH_WEIGHT * (together + best)) / 2 }, matches, weights };
}

/** 1 minus the largest shortfall of any word; a word of half the greatest weight counts half. */
function leastMatched(read: ReadPassage | undefined): number {
  const { matches, weights } = read ?? { matches: [], weights: [] };
  const weightiest = Math.max(1, ...weights);
  const best = bestOf(matches, weights.length);
  return Math.min(1, ...best.map((value, index) => 1 - ((weights[index] ?? 0) / weightiest) * (1 - value)));
}
