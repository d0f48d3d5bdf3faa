import type { Question, Turn } from "../domain.ts";
import { languageOf } from "../text/language.ts";

const LONGEST_QUESTION_CHARS = 2_000;

/** A person's words as a typed question; `now` is the day that relative dates count from. */
export function readQuestion(words: string, now: Date, history: readonly Turn[] = []): Question {
  const text = words.replace(/\s+/g, " ").trim().slice(0, LONGEST_QUESTION_CHARS);
  return { text, language: languageOf(text), asOf: now.toISOString().slice(0, 10), scope: null, range: null, history };
}
