import type { Claim, Question } from "../domain.ts";
import { inverseDocumentFrequency } from "../retrieval/lexical-share.ts";
import { askedWords, bestOf } from "../retrieval/matched-words.ts";
import { type QueryDeps, readQuery } from "../retrieval/query.ts";
import { languageOf } from "../text/language.ts";
import { plainWords } from "../text/words.ts";

/** A word that is nearer than this to one of the text is spoken of. */
const SPOKEN_OF = 0.5;
/** Of the weight of a word that stands in no passage; commoner ones say too little. */
const LEAST_WEIGHT = 0.5;
const MOST_WORDS = 3;

/**
 * The telling words of a question that no cited sentence bears: in other words, another language or the title of its article
 * neither. What is said of a question's open part is said in its own words, since a model's account of it was never checked.
 */
export function openWords(question: Question, claims: readonly Claim[], deps: QueryDeps): readonly string[] {
  const asked = askedWords(question.text, readQuery(question, deps), deps.encoder);
  const words = plainWords(question.text);
  const texts = claims.flatMap(({ text, citations }) => [
    ...citations.flatMap(({ article, sentence }) => [sentence.text, article.title]),
    // Across languages it is the claim that has the question's words.
    ...(citations.every(({ sentence }) => languageOf(sentence.text) !== question.language) ? [text] : []),
  ]);
  const met = bestOf(texts.map(asked.match), words.length);
  const rarest = inverseDocumentFrequency(Math.max(deps.store.facts().passages, 1), 0);
  const isOpen = (word: string, index: number) =>
    [...word].length > 1 &&
    (met[index] ?? 0) < SPOKEN_OF &&
    (asked.weights[index] ?? 0) >= LEAST_WEIGHT * rarest &&
    !texts.some((text) => text.toLowerCase().includes(word));
  return words.filter(isOpen).slice(0, MOST_WORDS);
}
