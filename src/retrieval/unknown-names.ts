import { distance } from "fastest-levenshtein";
import type { Question, RetrievedPassage } from "../domain.ts";
import { dot } from "../dot.ts";
import type { PassageStore, SentenceEncoder } from "../ports.ts";
import { languageOf } from "../text/language.ts";
import { segmentsOf } from "../text/segments.ts";
import { spells } from "../text/sounds.ts";
import { distinctTerms } from "../text/terms.ts";
import { plainWords } from "../text/words.ts";

/** A word in Latin letters with what belongs to it: "DeepSeek-R1", "4.0", "Sky+HD". */
const WORD = /[\p{Script=Latin}\d]+(?:[-.+_'’&/][\p{Script=Latin}\d]+)*/u;
/** A number with its unit behind it counts something, and belongs to no name. */
const COUNTED = String.raw`\d[\d.,]*\s?[年月日号个万亿美元人位次岁倍家篇%]`;
const LATIN_RUN = new RegExp(`${WORD.source}(?: (?!${COUNTED})${WORD.source})*`, "gu");
/** Capitalised, or with figures in it; the first word of a sentence is capitalised for another reason. */
const CAPITALISED =
  /(?<![.?!:"“]\s{0,9}|^\s{0,9})(?:\p{Lu}[\p{Script=Latin}\d]+|\p{Script=Latin}{1,40}\d[\p{Script=Latin}\d]*)(?:[-+_&/][\p{Script=Latin}\d]+)*/gu;
const PASSAGES_SEARCHED = 50;
/** However many are asked for, or among many some word would be like any name. */
const PASSAGES_LOOKED_AT = 12;
/** Letters that may differ in a name of so many characters; its figures may not. */
const SLIPS = [
  { chars: 8, letters: 2 },
  { chars: 5, letters: 1 },
];

/** A word of the other language is taken for the name, or for the Chinese word, from this cosine on. */
const SAME_ACROSS = 0.42;
const SAME_IN_CHINESE = 0.35;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** Where a Chinese question begins to speak of something. */
const SUBJECT = /(?:^|[的和跟与、，,\s“「《])(\p{Script=Han}{2,})/gu;
/** Ends a name, and begins none. */
const NOT_OF_A_NAME = /[的是在有和跟与了吗呢几多哪什怎谁今去上下每最这那为对把被从到给让用又就都也还再按各拿要]/u;
const LONGEST_CHINESE_NAME = 8;
/** Passages among which every common word stands; among fewer a word that is missing need be no name. */
const ENOUGH_CHINESE = 2_000;
/** Two words are rare together where either stands in fewer passages than this share of all. */
const RARE = 0.002;
/** Written in Latin letters in Chinese texts too: ClickHouse; not McKinsey. */
const NEVER_TRANSLATED = /\p{Ll}{3}\p{Lu}/u;

export interface NameDeps {
  readonly store: PassageStore;
  readonly encoder: SentenceEncoder;
}

export interface UnknownNames {
  readonly names: readonly string[];
  /** Whether the articles may have them in Chinese characters all the same. */
  readonly mayBeTranslated: boolean;
}

/**
 * Names in the question that stand nowhere in the articles, not even misspelt in what was found: the surest sign that they
 * do not say. In a Chinese question a Latin run is a name ("Gemini 2.5" is not known from "Gemini" and "2.5"), and so is
 * what it begins to speak of where the articles do not have that, nor what was found a word like it; in an English one a
 * capitalised word, unless the Chinese passages that were found have one of its sound or meaning.
 */
export function unknownNames(question: Question, passages: readonly RetrievedPassage[], deps: NameDeps): UnknownNames {
  const found = passages
    .slice(0, PASSAGES_LOOKED_AT)
    .map(({ passage, article }) => `${article.title}\n${passage.text}`);
  const foundFolded = found.map(fold);
  const chinese = found.filter((text) => languageOf(text) === "zh");
  const latin = namesIn(question).filter((name) => {
    const folded = fold(name);
    if (foundFolded.some((passage) => passage.includes(folded))) return false;
    if (standsSomewhere(name, deps.store) || found.some((passage) => holdsMisspelt(folded, passage))) return false;
    return question.language === "zh" || !standsAcross(name, chinese, deps.encoder);
  });
  if (question.language === "zh")
    return { names: [...latin, ...unknownSubjects(question.text, found, deps)], mayBeTranslated: false };
  const isChinese = passages[0]?.passage.language === "zh";
  return { names: latin, mayBeTranslated: isChinese && !latin.some((name) => NEVER_TRANSLATED.test(name)) };
}

function standsAcross(name: string, chinese: readonly string[], encoder: SentenceEncoder): boolean {
  if (chinese.length === 0 || /\d/.test(name)) return false;
  const runs = chinese.flatMap((text) => text.match(HAN_RUN) ?? []);
  return hasLike(name, chinese, SAME_ACROSS, encoder) || runs.some((run) => spells(run, name));
}

function unknownSubjects(question: string, found: readonly string[], { store, encoder }: NameDeps): string[] {
  const passages = store.passagesIn("zh").size;
  if (passages < ENOUGH_CHINESE || languageOf(found[0] ?? "") === "en") return [];
  return [...question.matchAll(SUBJECT)].flatMap(([, run = ""]) => {
    const name = run.slice(0, LONGEST_CHINESE_NAME).split(NOT_OF_A_NAME)[0] ?? "";
    const [first = "", second = ""] = wordsOf(name);
    if (first.length < 2 || /^[这那]/u.test(run.slice(name.length))) return [];
    if (stands(first, store)) return areRareApart(first, second, found, store) ? [first + second] : [];
    if (hasLike(first, found, SAME_IN_CHINESE, encoder)) return [];
    return [stands(second, store) ? first : first + second];
  });
}

/** As the segmenter parts them; characters in which it knows no word belong together, as in most names of people. */
function wordsOf(run: string): string[] {
  const words: string[] = [];
  let alone = false;
  for (const { segment } of segmentsOf(run)) {
    if (segment.length === 1 && alone) words.push(`${words.pop()}${segment}`);
    else words.push(segment);
    alone = segment.length === 1;
  }
  return words;
}

/** Any two neighbouring characters of it stand somewhere. */
function stands(word: string, store: PassageStore): boolean {
  return distinctTerms(word).some((bigram) => frequencyOf(bigram, store) > 0);
}

/** 萝卜快跑: two words, rare each, that stand nowhere one behind the other, nor both in what was found. */
function areRareApart(first: string, second: string, found: readonly string[], store: PassageStore): boolean {
  if (first.length !== 2 || second.length !== 2) return false;
  if (frequencyOf(`${first[1]}${second[0]}`, store) > 0) return false;
  const rare = RARE * store.passagesIn("zh").size;
  const counts = [first, second].map((word) => frequencyOf(word, store));
  return counts.every((count) => count < rare) && !found.some((text) => text.includes(first) && text.includes(second));
}

const frequencyOf = (term: string, store: PassageStore): number => store.documentFrequency([term]).get(term) ?? 0;

/** Whether one of their words is about as much as this one as a whole. */
function hasLike(word: string, texts: readonly string[], least: number, encoder: SentenceEncoder): boolean {
  const asked = encoder.encode(word);
  if (asked === null) return false;
  const words = new Set(texts.flatMap(plainWords));
  return words.values().some((other) => {
    const vector = encoder.encode(other);
    return vector !== null && dot(asked, vector) >= least;
  });
}

function namesIn({ text, language }: Question): string[] {
  const names = (text.normalize("NFKC").match(language === "zh" ? LATIN_RUN : CAPITALISED) ?? [])
    .map((name) => name.replace(/['’]s$/, ""))
    .filter((name) => /\p{L}/u.test(name) && name.length > 1);
  return [...new Set(names)];
}

function standsSomewhere(name: string, store: PassageStore): boolean {
  const words = distinctTerms(name.replace(/[-+_&/]/g, " "));
  const frequency = store.documentFrequency(words);
  if (words.some((word) => (frequency.get(word) ?? 0) === 0)) return false;
  if (words.length === 1) return true;
  const hits = store.searchTerms(words, PASSAGES_SEARCHED).map(({ id }) => id);
  return store.passages(hits).some((passage) => fold(passage.text).includes(fold(name)));
}

function holdsMisspelt(name: string, passage: string): boolean {
  const slips = SLIPS.find(({ chars }) => name.length >= chars)?.letters ?? 0;
  if (slips === 0) return false;
  const words = passage.match(new RegExp(WORD.source, "gu")) ?? [];
  return words.some((word) => {
    const other = fold(word);
    return figuresOf(other) === figuresOf(name) && distance(other, name) <= slips;
  });
}

const figuresOf = (text: string): string => text.replace(/\D/g, "");

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
