import type { Claim, Question, RetrievedPassage, Sentence } from "../domain.ts";
import type { SentenceEncoder } from "../ports.ts";
import { cosine } from "../retrieval/cosine.ts";
import { type Query, type QueryDeps, readQuery, shareOfWords } from "../retrieval/query.ts";
import { languageOf } from "../text/language.ts";
import { distinctTerms } from "../text/terms.ts";
import { askedValue } from "./asked-value.ts";

const PASSAGES_READ = 8;
const LEAST_SENTENCE_CHARS = 6;
/** Found by a random search over seven development sets; neighbours of these do about as well. */
const WEIGHTS = {
  withPrevious: 0.4,
  withNext: 0.2,
  meaning: 0.3,
  meaningAcross: 1,
  wordsAcross: 0.5,
  passage: 1.6,
  value: 0.2,
};
/** A sentence that asks is seldom the one that answers. */
const QUESTION_PENALTY = 0.2;
const ADDRESS = /(?:\[\d+\]\s*)?https?:\/\/\S+/g;

interface ScoredSentence {
  readonly found: RetrievedPassage;
  readonly sentence: Sentence;
  readonly score: number;
}

/**
 * The sentences nearest to the question, verbatim, best first. A sentence's score joins the share of the question's words
 * that it holds, and that it holds together with its neighbours (which name what "it" is), its cosine, the score of its
 * passage, and whether it has a value of the kind that is asked for.
 */
export function closestSentences(
  question: Question,
  passages: readonly RetrievedPassage[],
  deps: QueryDeps,
  limit: number,
): Claim[] {
  const query = readQuery(question, deps);
  const answers = askedValue(question.text);
  const scored = passages
    .slice(0, PASSAGES_READ)
    .flatMap((found) => scoreSentences(found, query, deps.encoder, answers ?? (() => false)));
  const best = withoutRepeats(scored.sort((a, b) => b.score - a.score)).slice(0, limit);
  return best.map(({ found, sentence }) => ({
    text: sentence.text,
    citations: [{ article: found.article, passageId: found.passage.id, sentence }],
    mark: "verbatim",
  }));
}

function scoreSentences(
  found: RetrievedPassage,
  query: Query,
  encoder: SentenceEncoder,
  answers: (sentence: string) => boolean,
): ScoredSentence[] {
  const words = found.passage.sentences.map(({ text }) => distinctTerms(text));
  return found.passage.sentences.flatMap((sentence, index) => {
    if (sentence.text.replace(ADDRESS, "").trim().length < LEAST_SENTENCE_CHARS) return [];
    const score =
      scoreWords(words[index] ?? [], words[index - 1] ?? [], words[index + 1] ?? [], query, sentence.text) +
      scoreMeaning(sentence, query, encoder) +
      WEIGHTS.passage * found.score +
      (answers(sentence.text) ? WEIGHTS.value : 0) -
      (/[?？]["”」』]?$/.test(sentence.text) ? QUESTION_PENALTY : 0);
    return [{ found, sentence, score }];
  });
}

/** In another language only names and figures can match, and a year alone must not lead. */
function scoreWords(
  own: readonly string[],
  previous: readonly string[],
  next: readonly string[],
  query: Query,
  text: string,
): number {
  const alone = shareOfWords(own, query);
  const { withPrevious, withNext, wordsAcross } = WEIGHTS;
  return (
    (languageOf(text) === query.language ? alone : wordsAcross * alone) +
    withPrevious * (shareOfWords([...own, ...previous], query) - alone) +
    withNext * (shareOfWords([...own, ...next], query) - alone)
  );
}

function scoreMeaning(sentence: Sentence, query: Query, encoder: SentenceEncoder): number {
  const vector = encoder.encode(sentence.text);
  if (vector === null || query.vector === null) return 0;
  const weight = languageOf(sentence.text) === query.language ? WEIGHTS.meaning : WEIGHTS.meaningAcross;
  return weight * cosine(vector, query.vector);
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
