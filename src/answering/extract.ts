import type { Claim, Question, RetrievedPassage, Sentence } from "../domain.ts";
import type { SentenceEncoder } from "../ports.ts";
import { cosine } from "../retrieval/cosine.ts";
import { type Query, type QueryDeps, readQuery, shareOfWords } from "../retrieval/query.ts";
import { languageOf } from "../text/language.ts";
import { distinctTerms } from "../text/terms.ts";

const PASSAGES_READ = 8;
const LEAST_SENTENCE_CHARS = 6;
const PASSAGE_WEIGHT = 0.8;
/** In another language only names and figures can match, and a year alone must not lead. */
const WORD_WEIGHT_ACROSS = 0.3;
/** A sentence that asks is seldom the one that answers. */
const QUESTION_PENALTY = 0.2;
const ADDRESS = /(?:\[\d+\]\s*)?https?:\/\/\S+/g;

interface ScoredSentence {
  readonly found: RetrievedPassage;
  readonly sentence: Sentence;
  readonly score: number;
}

/** The sentences nearest to the question, verbatim, best first: share of its words + cosine + 0.8 * the passage's own score. */
export function closestSentences(
  question: Question,
  passages: readonly RetrievedPassage[],
  deps: QueryDeps,
  limit: number,
): Claim[] {
  const query = readQuery(question, deps);
  const scored = passages.slice(0, PASSAGES_READ).flatMap((found) => scoreSentences(found, query, deps.encoder));
  const best = withoutRepeats(scored.sort((a, b) => b.score - a.score)).slice(0, limit);
  return best.map(({ found, sentence }) => ({
    text: sentence.text,
    citations: [{ article: found.article, passageId: found.passage.id, sentence }],
    mark: "verbatim",
  }));
}

function scoreSentences(found: RetrievedPassage, query: Query, encoder: SentenceEncoder): ScoredSentence[] {
  return found.passage.sentences
    .filter((sentence) => sentence.text.replace(ADDRESS, "").trim().length >= LEAST_SENTENCE_CHARS)
    .map((sentence) => ({ found, sentence, score: scoreSentence(found, sentence, query, encoder) }));
}

function scoreSentence(found: RetrievedPassage, sentence: Sentence, query: Query, encoder: SentenceEncoder): number {
  const wordWeight = languageOf(sentence.text) === query.language ? 1 : WORD_WEIGHT_ACROSS;
  const asks = /[?？]["”」』]?$/.test(sentence.text) ? QUESTION_PENALTY : 0;
  return (
    wordWeight * shareOfWords(distinctTerms(sentence.text), query) +
    similarity(sentence, query, encoder) +
    PASSAGE_WEIGHT * found.score -
    asks
  );
}

function similarity(sentence: Sentence, query: Query, encoder: SentenceEncoder): number {
  const vector = encoder.encode(sentence.text);
  return vector === null || query.vector === null ? 0 : cosine(vector, query.vector);
}

function withoutRepeats(sentences: readonly ScoredSentence[]): ScoredSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ sentence }) => {
    const text = sentence.text.replace(/[\s\p{P}]/gu, "");
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
