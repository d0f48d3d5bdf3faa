import { spells } from "../text/sounds.ts";
import type { ReadText } from "./read-text.ts";
import { nearness, type Word } from "./words.ts";

/** How well each word of a claim is met, 0-1, by each sentence and by all that may speak for it. */
export interface Alignment {
  readonly words: readonly Word[];
  readonly met: readonly number[];
  readonly bySentence: readonly (readonly number[])[];
}

export interface Knowledge {
  /** Stems of the question, the title and the heading: a claim may say them though its sentences do not. */
  readonly known: ReadonlySet<string>;
  /** Is the word part of a figure or date that the sentences were found to hold? */
  readonly isProven: (word: Word) => boolean;
  /** Other forms of a name, in the other language. */
  readonly otherNames: (name: string) => readonly string[];
}

const KNOWN = 0.8;
/** All characters of a Chinese word, apart from one another. */
const SCATTERED = 0.7;
/** A number is only the very number. */
const NUMBER_FOR_WORD = 0.3;

/**
 * Each word of the claim is met by its nearest word of a sentence: 1 where it stands there, else the cosine of the two
 * (negative ones count as 0).
 */
export function align(claim: ReadText, sentences: readonly ReadText[], knowledge: Knowledge): Alignment {
  const pieces = sentences.flatMap(piecesOf);
  const bySentence = pieces.map((piece) => claim.words.map((word) => meet(word, piece, knowledge)));
  const given = claim.words.map((word) => (knowledge.isProven(word) ? 1 : knowledge.known.has(word.stem) ? KNOWN : 0));
  const together = (rows: readonly (readonly number[])[]) =>
    claim.words.map((_, index) => rows.reduce((best, row) => Math.max(best, row[index] ?? 0), given[index] ?? 0));
  return {
    words: claim.words,
    met: together(bySentence),
    bySentence: bySentence.map((row) => together([row])),
  };
}

interface Piece {
  readonly text: string;
  readonly words: readonly Word[];
}

/** What is cited may be a whole paragraph: its sentences are compared one by one. */
function piecesOf({ text, words, clauses }: ReadText): Piece[] {
  const groups = Map.groupBy(clauses, ({ sentence }) => sentence);
  return [...groups.values()].map((group) => {
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? text.length;
    return {
      text: text.slice(start, end).toLowerCase(),
      words: words.filter((word) => word.start >= start && word.start < end),
    };
  });
}

function meet(word: Word, piece: Piece, { otherNames }: Knowledge): number {
  if (piece.words.some(({ stem }) => stem === word.stem)) return 1;
  if (word.isHan && word.text.length > 1) {
    if (piece.text.includes(word.text)) return 1;
  } else if (word.isName && isNamed(word, piece, otherNames)) return 1;
  const nearest = piece.words.reduce((best, other) => Math.max(best, likeness(word, other)), 0);
  const isScattered = word.isHan && word.text.length > 1 && [...word.text].every((part) => piece.text.includes(part));
  return isScattered ? Math.max(SCATTERED, nearest) : nearest;
}

function likeness(a: Word, b: Word): number {
  const near = nearness(a, b);
  return a.isNumber === b.isNumber ? near : near * NUMBER_FOR_WORD;
}

const HAN_RUN = /\p{Script=Han}[\p{Script=Han}·]+/gu;

/** In the other script: by a pair such as 英伟达(NVIDIA), as pinyin, or by its sound. */
function isNamed({ text }: Word, piece: Piece, otherNames: Knowledge["otherNames"]): boolean {
  if (otherNames(text).some((other) => piece.text.includes(other.toLowerCase()))) return true;
  if (/\d/.test(text) || text.length < 3) return false;
  return (piece.text.match(HAN_RUN) ?? []).some((run) => run.split("·").some((part) => spells(part, text)));
}
