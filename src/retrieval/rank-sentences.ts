import type { Question, RankedSentence, Sentence } from "../domain.ts";
import { dot } from "../dot.ts";
import type { SentenceEncoder } from "../ports.ts";
import { askedValue } from "../text/asked-value.ts";
import { isEmptyTurn } from "../text/empty-turn.ts";
import { distinctTerms } from "../text/terms.ts";
import { tellingShares } from "./matched-words.ts";
import { type Query, shareOfWords } from "./query.ts";
import type { ReadPassage } from "./read-passage.ts";
import { QUESTION_PENALTY, SENTENCE } from "./weights.ts";

const LEAST_SENTENCE_CHARS = 6;
const ADDRESS = /(?:\[\d+\]\s*)?https?:\/\/\S+/g;

/**
 * The sentences of these passages, best first. The score adds up how well a sentence matches the words of the question, what
 * the sentence before adds (it often names what "it" is), its cosine, the score of its passage, and whether it has a value of
 * the kind that is asked for.
 */
export function rankSentences(
  read: readonly ReadPassage[],
  question: Question,
  query: Query,
  encoder: SentenceEncoder,
): RankedSentence[] {
  const holdsValue = askedValue(question.text) ?? (() => false);
  const scored = read.flatMap(({ found, matches, weights }) => {
    const shares = tellingShares(matches, weights);
    return found.passage.sentences.map((sentence, index) => ({
      found,
      sentence,
      score:
        (shares[index] ?? 0) +
        SENTENCE.withPrevious * shareAdded(found.passage.sentences[index - 1], sentence, query) +
        SENTENCE.meaning * likeness(sentence, query, encoder) +
        SENTENCE.passage * found.score +
        (holdsValue(sentence.text) ? SENTENCE.value : 0) -
        (/[?？]["”」』]?$/.test(sentence.text) ? QUESTION_PENALTY : 0),
    }));
  });
  return scored.filter(({ sentence }) => isProse(sentence)).sort((a, b) => b.score - a.score);
}

function isProse({ text }: Sentence): boolean {
  return text.replace(ADDRESS, "").trim().length >= LEAST_SENTENCE_CHARS && !isEmptyTurn(text);
}

function shareAdded(previous: Sentence | undefined, sentence: Sentence, query: Query): number {
  if (previous === undefined) return 0;
  const own = distinctTerms(sentence.text);
  return shareOfWords([...own, ...distinctTerms(previous.text)], query) - shareOfWords(own, query);
}

function likeness(sentence: Sentence, query: Query, encoder: SentenceEncoder): number {
  const vector = encoder.encode(sentence.text);
  return vector === null || query.vector === null ? 0 : dot(vector, query.vector);
}
