import { stemmer } from "stemmer";

const RUN = /[\p{Script=Han}]+|[\p{L}\p{N}]+(?:[.,:/+'’_-][\p{L}\p{N}]+)*[%‰+]*/gu;
const HAN = /\p{Script=Han}/u;
const HAN_SPLIT = /(\p{Script=Han}+)/u;
const COMPOUND = /[.,:/+_-]/;
const PLAIN_ENGLISH = /^[a-z]+$/;

/**
 * The words by which passages are found: character bigrams of Chinese runs (a run of one character is itself), Latin
 * words stemmed after Porter (1980), figures and model names whole (`gpt-4o`, `2.5%`) and in their parts. NFKC and lower
 * case first, so that full-width digits and letters match.
 */
export function terms(text: string): string[] {
  const out: string[] = [];
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(RUN)) {
    for (const part of run.split(HAN_SPLIT)) {
      if (part === "") continue;
      if (HAN.test(part)) pushBigrams(part, out);
      else pushWord(part.replace(/^[.,:/+'’_-]+|(?<![.,:/'’_-])[.,:/'’_-]+$/g, ""), out);
    }
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
  if (word === "") return;
  if (PLAIN_ENGLISH.test(word)) {
    out.push(stemmer(word));
    return;
  }
  const bare = word.replace(/['’]s$/, "").replace(/['’]|(?<=\d),(?=\d{3})/g, "");
  out.push(PLAIN_ENGLISH.test(bare) ? stemmer(bare) : bare);
  if (!COMPOUND.test(bare) || /^\d+(?:\.\d+)?%?$/.test(bare)) return;
  for (const part of bare.split(COMPOUND)) if (part !== "") out.push(PLAIN_ENGLISH.test(part) ? stemmer(part) : part);
}
