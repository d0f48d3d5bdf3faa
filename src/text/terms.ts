import { stemmer } from "stemmer";
import { spellSignedNames } from "./signed-names.ts";
import { simplified } from "./simplified.ts";

const RUN = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+(?:[.,:\/+'’_\-][[\p{L}\p{N}]--\p{Script=Han}]+)*[%‰+]*/gv;
const HAN = /^\p{Script=Han}/u;
const PLAIN_ENGLISH = /^[a-z]+$/;
const THOUSANDS = /(?<=\d),(?=\d{3})/g;
const FIGURE = /^\d+(?:\.\d+)*$/;
const LETTERS = /^[\p{L}--\p{Script=Han}]+$/v;
/** Between the parts of a name, and where its letters and figures meet; no point within a figure, and not in 20th. */
const SEAM = /[,:/+_-]|\.(?!\d)|(?<!\d)\.|(?<=\p{L}{2})(?=\d)|(?<=\d)(?!(?:st|nd|rd|th)(?!\p{L}))(?=\p{L}{2})/u;
/** 2024.3.15 is no figure. */
const MANY_POINTS = /\d\.\d+\.\d/;
/** A figure at the head of a word that belongs to the name before it: 15, 4o, 3.5-turbo; neither 1,234 nor 2.5% nor 3:15. */
const BELONGING = /^\d+(?:\.\d+)?(?:\p{L}(?![\p{L}\d])|(?=\p{L}{2})|(?=[-_]|$))/u;
/** What stands before a figure and is no name. */
const NO_NAME =
  /^(?:in|on|at|by|of|to|for|from|since|until|till|and|or|the|a|with|about|over|under|than|is|are|was|were|between|only|all)$/;

/**
 * The words by which passages are found: character bigrams of Chinese runs (a run of one character is itself), Latin
 * words stemmed after Porter (1980), figures and names of models whole and in their parts. A name is one however its
 * letters and figures are joined (`gpt4` of GPT4, GPT-4 and GPT 4), and a figure makes a pair with the character behind
 * it, with a blank or without (`4月`). NFKC, lower case and simplified characters first.
 */
export function terms(text: string): string[] {
  const out: string[] = [];
  const folded = spellSignedNames(simplified(text.normalize("NFKC").toLowerCase()));
  let before = "";
  let end = 0;
  for (const { 0: run, index } of folded.matchAll(RUN)) {
    const gap = folded.slice(end, index);
    const previous = gap === "" || gap === " " ? before : "";
    if (HAN.test(run)) {
      if (FIGURE.test(previous)) out.push(`${previous}${String.fromCodePoint(run.codePointAt(0) ?? 0)}`);
      pushBigrams(run, out);
    } else {
      pushJoined(previous, run, out);
      pushWord(run.replace(THOUSANDS, ""), out);
    }
    before = run.replace(THOUSANDS, "");
    end = index + run.length;
  }
  return out;
}

/** Each term once, in order of first use. */
export function distinctTerms(text: string): string[] {
  return [...new Set(terms(text))];
}

function pushBigrams(run: string, out: string[]): void {
  const characters = [...run];
  if (characters.length === 1) out.push(run);
  for (let i = 0; i + 1 < characters.length; i++) out.push(`${characters[i]}${characters[i + 1]}`);
}

function pushWord(word: string, out: string[]): void {
  const bare = word.replace(/['’]s$/, "").replace(/['’]/g, "");
  if (PLAIN_ENGLISH.test(bare)) {
    out.push(stemmer(bare));
    return;
  }
  const whole = bare.replace(/(?<=\p{L})[-_](?=\d)/gu, "");
  out.push(whole);
  if (/^\d+(?:\.\d+)?%?$/.test(bare)) return;
  const pieces = MANY_POINTS.test(bare) ? bare.replaceAll(".", "/") : bare;
  const parts = pieces.split(SEAM).filter((part) => part !== "" && part !== bare);
  for (const [index, part] of parts.entries()) {
    if (`${parts[index - 1] ?? ""}${part}` !== whole) pushJoined(parts[index - 1] ?? "", part, out);
    out.push(PLAIN_ENGLISH.test(part) ? stemmer(part) : part);
  }
}

function pushJoined(name: string, word: string, out: string[]): void {
  const figure = BELONGING.exec(word)?.[0];
  if (figure !== undefined && LETTERS.test(name) && !NO_NAME.test(name)) out.push(`${name}${figure}`);
}
