import type { Question, Turn } from "../domain.ts";
import { languageOf } from "../text/language.ts";
import { shortenQuestion } from "../text/long-question.ts";

/** A person's words as a typed question; `now` is the day that relative dates count from. */
export function readQuestion(words: string, now: Date, history: readonly Turn[] = []): Question {
  const text = shortenQuestion(words.replace(/\s+/g, " ").trim());
  return { text, language: languageOf(text), asOf: now.toISOString().slice(0, 10), scope: null, range: null, history };
}
