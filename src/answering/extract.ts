import type { Claim, Question, RetrievedPassage, Sentence } from "../domain.ts";
import type { SentenceEncoder } from "../ports.ts";
import { cosine } from "../retrieval/cosine.ts";
import { type Query, type QueryDeps, readQuery, shareOfWords } from "../retrieval/query.ts";
import { distinctTerms } from "../text/terms.ts";
import { askedValue } from "./asked-value.ts";
import { type AskedWords, askedWords, sharesMet } from "./met-words.ts";

const PASSAGES_READ = 8;
const LEAST_SENTENCE_CHARS = 6;
/** Neighbours of these do about as well on every development set, in one language and across. */
const WEIGHTS = { withPrevious: 0.3, meaning: 0.5, passage: 1.2, value: 0.2 };
/** A sentence that asks is seldom the one that answers. */
const QUESTION_PENALTY = 0.1;
/** What lies further behind the best is not worth the reading. */
const MOST_BEHIND = 0.5;
const ADDRESS = /(?:\[\d+\]\s*)?https?:\/\/\S+/g;

interface Asked {
  readonly query: Query;
  readonly words: AskedWords;
  readonly encoder: SentenceEncoder;
  readonly holdsValue: (sentence: string) => boolean;
}

interface ScoredSentence {
  readonly found: RetrievedPassage;
  readonly sentence: Sentence;
  readonly score: number;
}

/**
 * The sentences nearest to the question, verbatim, best first, none of them far behind the best. A sentence's score joins
 * how well it meets the words of the question, what of them the sentence before it adds (which names what "it" is), its
 * cosine, the score of its passage, and whether it has a value of the kind that is asked for.
 */
export function closestSentences(
  question: Question,
  passages: readonly RetrievedPassage[],
  deps: QueryDeps,
  limit: number,
): Claim[] {
  const query = readQuery(question, deps);
  const asked: Asked = {
    query,
    words: askedWords(question.text, query, deps.encoder),
    encoder: deps.encoder,
    holdsValue: askedValue(question.text) ?? (() => false),
  };
  const scored = passages.slice(0, PASSAGES_READ).flatMap((found) => scoreSentences(found, asked));
  const ranked = withoutRepeats(scored.sort((a, b) => b.score - a.score));
  const least = (ranked[0]?.score ?? 0) - MOST_BEHIND;
  return ranked
    .slice(0, limit)
    .filter(({ score }) => score >= least)
    .map(({ found, sentence }) => ({
      text: sentence.text,
      citations: [{ article: found.article, passageId: found.passage.id, sentence }],
      mark: "verbatim",
    }));
}

function scoreSentences(found: RetrievedPassage, { query, words, encoder, holdsValue }: Asked): ScoredSentence[] {
  const sentences = found.passage.sentences.filter(
    ({ text }) => text.replace(ADDRESS, "").trim().length >= LEAST_SENTENCE_CHARS,
  );
  const met = sharesMet(
    sentences.map(({ text }) => words.meet(text)),
    words,
  );
  return sentences.map((sentence, index) => {
    const score =
      (met[index] ?? 0) +
      WEIGHTS.withPrevious * shareAdded(sentences[index - 1], sentence, query) +
      WEIGHTS.meaning * likeness(sentence, query, encoder) +
      WEIGHTS.passage * found.score +
      (holdsValue(sentence.text) ? WEIGHTS.value : 0) -
      (/[?？]["”」』]?$/.test(sentence.text) ? QUESTION_PENALTY : 0);
    return { found, sentence, score };
  });
}

function shareAdded(previous: Sentence | undefined, sentence: Sentence, query: Query): number {
  if (previous === undefined) return 0;
  const own = distinctTerms(sentence.text);
  return shareOfWords([...own, ...distinctTerms(previous.text)], query) - shareOfWords(own, query);
}

function likeness(sentence: Sentence, query: Query, encoder: SentenceEncoder): number {
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
