import type { Analysed } from "./analysed.ts";
import { BUILT_IN_NAMES, type NamePairs } from "./name-pairs.ts";
import { FUNCTION_CHARACTERS, NO_NAMES, ORGANISATION, PLACEHOLDER_PEOPLE, SURNAMES } from "./name-words.ts";

export interface NameMention {
  readonly text: string;
  readonly script: "han" | "latin";
  /** `sure`: its form says that it is a name; `likely`: a word that may be one, compared but never missed. */
  readonly certainty: "sure" | "likely";
  /** The whole name of which this is one word. */
  readonly run?: string;
  readonly start: number;
  readonly end: number;
}

export interface NameKnowledge {
  readonly pairs: NamePairs;
  /** Latin words seen with a capital inside sentences, lower case. */
  readonly capitalised: ReadonlySet<string>;
  /** Rarity of a word in the corpus, 0-1. */
  readonly rarity: (word: string) => number;
}

const LATIN_NAME = /[\p{Script=Latin}\d][\p{Script=Latin}\d]*(?:[-.'’&][\p{Script=Latin}\d]+)*/gu;
const QUOTED = /《([^》]{1,40})》|「([^」]{2,12})」|“([^”]{2,12})”/g;
/** A word this rare that no dictionary knows is taken for a name; rarer than this a known word may be one. */
const RARE = 0.5;
const VERY_RARE = 0.8;
const LONGEST_UNKNOWN = 4;
const SHORTEST_LEARNED = 3;
const LONGEST_PERSON = 3;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Names of a text as far as their form shows them, without a model, in order. */
export function namesIn(text: Analysed, knowledge: NameKnowledge): NameMention[] {
  const masked = [...text.dates, ...text.figures].filter(({ end, start }) => end - start > 1);
  const found = [...latinNames(text, knowledge), ...hanNames(text, knowledge)];
  const free = found.filter(({ start, end }) => !masked.some((other) => other.start <= start && other.end >= end));
  return free
    .filter((name) => !free.some((other) => other !== name && covers(other, name)))
    .sort((a, b) => a.start - b.start);
}

function covers(outer: NameMention, inner: NameMention): boolean {
  const wider = outer.end - outer.start > inner.end - inner.start;
  return outer.start <= inner.start && outer.end >= inner.end && (wider || outer.certainty > inner.certainty);
}

function latinNames({ text, language }: Analysed, { capitalised, rarity }: NameKnowledge): NameMention[] {
  const words: NameMention[] = [];
  for (const { 0: word, index: start } of text.matchAll(LATIN_NAME)) {
    const bare = word.replace(/['’]s$/, "");
    const lower = bare.toLowerCase();
    const isName = /\p{Lu}/u.test(bare) || (/\p{L}.*\d|\d.*\p{L}/u.test(bare) && !/^\d+(?:-\p{Ll}+)+$/u.test(bare));
    const isShort = /^\p{Lu}{2,}$/u.test(bare);
    if ((NO_NAMES.has(lower) && !isShort) || !/\p{L}/u.test(bare) || bare.length < 2) continue;
    const end = start + bare.length;
    if (!isName) continue;
    const opens = language === "en" && /(?:^|[.!?:]["”’)]?\s|["“(]\s?)$/.test(text.slice(0, start));
    const sure =
      !NO_NAMES.has(lower) &&
      (!opens || isStrange(lower, rarity) || capitalised.has(lower) || /\p{Lu}.*\p{Lu}|\d/u.test(bare));
    words.push({ text: bare, script: "latin", certainty: sure ? "sure" : "likely", start, end });
  }
  return withRuns(words, text);
}

/** At the head of a sentence a capital says nothing: only a word that the articles hardly know is a name there. */
function isStrange(word: string, rarity: NameKnowledge["rarity"]): boolean {
  return rarity(word) >= VERY_RARE && !/(?:ing|ed|ly|tion|ists?|ers?|ians?)$/.test(word);
}

/** Each word of "Sam Altman" knows that it is part of one name. */
function withRuns(words: readonly NameMention[], text: string): NameMention[] {
  const runs: NameMention[][] = [];
  for (const word of words) {
    const last = runs.at(-1)?.at(-1);
    const joins = last !== undefined && isSure(last) && isSure(word) && JOINT.test(text.slice(last.end, word.start));
    if (joins) runs.at(-1)?.push(word);
    else runs.push([word]);
  }
  return runs.flatMap((run) => run.map((word) => ({ ...word, run: text.slice(run[0]?.start, run.at(-1)?.end) })));
}

const JOINT = /^ (?:of (?:the )?|the |& )?$/;
const isSure = ({ certainty }: NameMention): boolean => certainty === "sure";

function hanNames({ text }: Analysed, knowledge: NameKnowledge): NameMention[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const found: NameMention[] = [];
  const add = (start: number, end: number, certainty: NameMention["certainty"]) =>
    found.push({ text: text.slice(start, end), script: "han", certainty, start, end });
  for (const match of text.matchAll(QUOTED))
    add(match.index + 1, match.index + match[0].length - 1, match[1] === undefined ? "likely" : "sure");
  for (const name of [...knowledge.pairs.keys(), ...PLACEHOLDER_PEOPLE]) {
    // Every ending of a learned run is a key, so that 作用 of 相互作用(interaction) comes along.
    const isLearned = knowledge.pairs.has(name) && !BUILT_IN_NAMES.has(name);
    const certainty = isLearned && name.length < SHORTEST_LEARNED ? "likely" : "sure";
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) add(at, at + name.length, certainty);
  }
  addWords(text, knowledge, add);
  return found;
}

/** 逐张 and 一万 count; the same characters are surnames elsewhere. */
const COUNTED = /[逐每一二两三四五六七八九十几数\d]$/;

type Add = (start: number, end: number, certainty: NameMention["certainty"]) => void;

/** Words that the dictionary knows may be names where they are rare; runs of single characters are words it does not know. */
function addWords(text: string, { rarity }: NameKnowledge, add: Add): void {
  const words = [...segmenter.segment(text)];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]?.segment ?? "";
    const start = words[i]?.index ?? 0;
    if (!/^\p{Script=Han}/u.test(word)) continue;
    if (word.length > 1) {
      const nextIsSuffix = ORGANISATION.test(words[i + 1]?.segment ?? "") && !FUNCTION_CHARACTERS.has(word.slice(-1));
      if (nextIsSuffix && rarity(word) >= RARE) add(start, start + word.length, "sure");
      else if (ORGANISATION.test(word) && word.length > 3) add(start, start + word.length, "sure");
      else if (rarity(word) >= RARE) add(start, start + word.length, "likely");
      continue;
    }
    i = addUnknown(words, i, rarity, add);
  }
}

/** From a single character on: 李|春, 王|小川, 月|之|暗面. Returns the index of the last word used. */
function addUnknown(
  words: readonly Intl.SegmentData[],
  from: number,
  rarity: NameKnowledge["rarity"],
  add: Add,
): number {
  const start = words[from]?.index ?? 0;
  const first = words[from]?.segment ?? "";
  const isSurname = SURNAMES.has(first) && !COUNTED.test(words[from - 1]?.segment ?? "");
  if (FUNCTION_CHARACTERS.has(first) && !isSurname) return from;
  let run = first;
  let last = from;
  for (let i = from + 1; i < words.length && run.length < LONGEST_UNKNOWN; i++) {
    const next = words[i]?.segment ?? "";
    const joins =
      next.length === 1
        ? /\p{Script=Han}/u.test(next) && !FUNCTION_CHARACTERS.has(next)
        : isSurname && run.length === 1 && next.length === 2;
    if (!joins || (isSurname && run.length >= 3)) break;
    run += next;
    last = i;
    if (next.length > 1) break;
  }
  if (run.length < 2 || rarity(run) < RARE) return run.length < 2 ? from : last;
  const endsKnown = (words[last]?.segment.length ?? 1) > 1;
  if (endsKnown) {
    add(start, start + run.length, "likely");
    return from;
  }
  add(start, start + run.length, isSurname && run.length <= LONGEST_PERSON ? "sure" : "likely");
  return last;
}
