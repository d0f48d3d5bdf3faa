import { distance } from "fastest-levenshtein";
import type { Question, RetrievedPassage } from "../domain.ts";
import type { PassageStore } from "../ports.ts";
import { languageOf } from "../text/language.ts";
import { distinctTerms } from "../text/terms.ts";

/** A word in Latin letters with what belongs to it: "DeepSeek-R1", "4.0", "Sky+HD". */
const WORD = /[\p{Script=Latin}\d]+(?:[-.+_'’&/][\p{Script=Latin}\d]+)*/u;
/** A number with its unit behind it counts something, and belongs to no name. */
const COUNTED = /\d[\d.,]*\s?[年月日号个万亿美元人位次岁倍家篇%]/u;
const LATIN_RUN = new RegExp(`${WORD.source}(?: (?!${COUNTED.source})${WORD.source})*`, "gu");
/** Capitalised, or with figures in it; the first word of a sentence is capitalised for another reason. */
const CAPITALISED =
  /(?<![.?!:"“]\s*|^\s*)(?:\p{Lu}[\p{Script=Latin}\d]+|\p{Script=Latin}+\d[\p{Script=Latin}\d]*)(?:[-+_&/][\p{Script=Latin}\d]+)*/gu;
const PASSAGES_SEARCHED = 50;
/** Letters that may differ in a name of so many characters; its figures may not. */
const SLIPS = [
  { chars: 8, letters: 2 },
  { chars: 5, letters: 1 },
];

/**
 * Names in the question that stand nowhere in the articles, not even misspelt in what was found: the surest sign that they
 * do not say. In a Chinese question a Latin run is a name ("Gemini 2.5" is not known from "Gemini" and "2.5"), in an
 * English one a capitalised word, unless Chinese passages were found, which may have the name in Chinese.
 */
export function unknownNames(question: Question, passages: readonly RetrievedPassage[], store: PassageStore): string[] {
  const found = passages.map(({ passage }) => passage.text);
  if (question.language === "en" && found.some((text) => languageOf(text) === "zh")) return [];
  const foundFolded = found.map(fold);
  return namesIn(question).filter((name) => {
    const folded = fold(name);
    if (foundFolded.some((passage) => passage.includes(folded))) return false;
    return !standsSomewhere(name, store) && !found.some((passage) => holdsMisspelt(folded, passage));
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
