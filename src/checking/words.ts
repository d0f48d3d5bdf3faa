import type { Language, Span } from "../domain.ts";
import { dot } from "../dot.ts";
import { LEXICON } from "../language/lexicon.ts";
import type { SentenceEncoder } from "../ports.ts";
import { wordSegmentsOf } from "../text/segments.ts";
import { terms } from "../text/terms.ts";

/** A word with a meaning of its own, as the check compares it. */
export interface Word extends Span {
  /** Lower case. */
  readonly text: string;
  /** Equal for forms of one word. */
  readonly stem: string;
  /** How much it says, about 0.5 to 3. */
  readonly weight: number;
  readonly vector: Float32Array | null;
  readonly isHan: boolean;
  readonly isNumber: boolean;
  /** Has a capital though no sentence begins with it. */
  readonly isName: boolean;
  /** Which clause of its text it stands in, from 0. */
  readonly clause: number;
}

/** A clause that may stand or fall alone, and the sentence of the text that it belongs to, from 0. */
export interface Clause extends Span {
  readonly sentence: number;
}

const HAN = /\p{Script=Han}/u;
const NUMBER = /^\d[\d.,]*|^[零〇一二两三四五六七八九十百千万亿]+$/;
const SENTENCE_HEAD = /[.!?:]["”)]?\s["“(]?$/;
const SENTENCE_END = /[。!?;]["”」』)]*|\.["”)]*(?=\s+\p{Lu})/gu;
const PAUSE = /[,:]|[—–]{1,2}|\s-\s/g;
/** Of a word that the table does not know: most are names. */
const UNKNOWN = 2;
const LARGEST = 3;

/** Words with a meaning of their own, in order; `text` is NFKC. Where it has none, all of its words. */
export function wordsOf(text: string, clauses: readonly Clause[], encoder: SentenceEncoder): Word[] {
  const all = wordSegmentsOf(text);
  const telling = all.filter(({ segment }) => !isFunctionWord(segment.toLowerCase()));
  return (telling.length === 0 ? all : telling).map(({ segment, index }) => {
    const word = segment.toLowerCase();
    const clause = Math.max(
      0,
      clauses.findLastIndex(({ start }) => start <= index),
    );
    return {
      text: word,
      stem: terms(word).join("|") || word,
      weight: Math.min(LARGEST, encoder.weigh(word) || UNKNOWN),
      vector: encoder.encode(word),
      isHan: HAN.test(word),
      isNumber: NUMBER.test(word) && word !== "一",
      isName:
        /^\p{Lu}/u.test(segment) &&
        index > 0 &&
        !isNoName(word) &&
        !SENTENCE_HEAD.test(text.slice(Math.max(0, index - 4), index)),
      clause,
      start: index,
      end: index + segment.length,
    };
  });
}

const isFunctionWord = (word: string): boolean =>
  LEXICON.zh.functionWords.has(word) || LEXICON.en.functionWords.has(word);

const isNoName = (word: string): boolean => LEXICON.zh.noNames.has(word) || LEXICON.en.noNames.has(word);

/** "No:" and 据推测， say nothing alone. */
const isOpening = (part: string, start: number, ends: readonly number[]): boolean =>
  (start === 0 || ends.includes(start)) &&
  /^\s*(?:[\p{Script=Han}]{1,4}|[\p{Script=Latin}'’]+(?: [\p{Script=Latin}'’]+)?)[,:，：]\s*$/u.test(part);

/** Cosine of two words, 0-1: what points the other way is as far as what is unknown. */
export function nearness(a: Word, b: Word): number {
  return a.vector === null || b.vector === null ? 0 : Math.max(0, dot(a.vector, b.vector));
}

/** Cuts a text (NFKC) at its stops and at the words that join clauses. */
export function clausesOf(text: string, language: Language): Clause[] {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => index + mark.length);
  const cuts = new Set([
    ...ends,
    ...[...text.matchAll(PAUSE)]
      .filter(({ index }) => !/\d/.test(text[index - 1] ?? "") || !/\d/.test(text[index + 1] ?? ""))
      .map(({ 0: mark, index }) => index + mark.length),
    ...[...text.toLowerCase().matchAll(LEXICON[language].conjunctions)].map(({ index }) => index),
  ]);
  const starts = [0, ...[...cuts].sort((a, b) => a - b)].filter(
    (start, index, all) => index === 0 || !isOpening(text.slice(all[index - 1], start), all[index - 1] ?? 0, ends),
  );
  return starts
    .map((start, index) => ({
      start,
      end: starts[index + 1] ?? text.length,
      sentence: ends.filter((end) => end <= start).length,
    }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}
