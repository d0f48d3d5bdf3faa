import type { Question, Turn } from "../domain.ts";
import { languageOf } from "../text/language.ts";
import { shortenQuestion } from "../text/long-question.ts";

/** Words as a question to all articles, in which nothing is read: no days, no accounts. */
export function readQuestion(words: string, now: Date, history: readonly Turn[] = []): Question {
  const text = shortenQuestion(words.replace(/\s+/g, " ").trim());
  return { text, language: languageOf(text), asOf: now.toISOString().slice(0, 10), scope: null, range: null, history };
}
