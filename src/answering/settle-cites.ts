import { distance } from "fastest-levenshtein";
import { harmless } from "../text/harmless.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./model-claim.ts";

/** So much of a sentence may be written otherwise, and the claim is still that sentence. */
const MOST_CHANGED = 0.06;
/** A shorter text is easily like another one. */
const LEAST_CHARS = 8;

/**
 * The claim as it is checked and shown: in harmless words, without keys that were never given where it has others, and under
 * the key of the sentence that it very nearly is, whatever it cited. Whether it holds is for the check to say.
 */
export function settleCites(written: ModelClaim, keys: KeyTable): ModelClaim {
  const known = written.cites.filter((key) => keys.has(key));
  const text = harmless(written.text);
  const own = sentenceThatItIs(text, known, keys);
  const cites = own !== null ? [own] : known.length > 0 ? known : written.cites;
  return { ...written, text, cites };
}

/** Those that it cites come first, for other articles may have the same sentence. */
function sentenceThatItIs(text: string, known: readonly string[], keys: KeyTable): string | null {
  const claim = folded(text);
  if (claim.length < LEAST_CHARS) return null;
  const isNear = (key: string) => isNearly(claim, folded(keys.get(key)?.sentence.text ?? ""));
  if (known.some(isNear)) return null;
  return [...keys.keys()].find(isNear) ?? null;
}

function isNearly(claim: string, sentence: string): boolean {
  const most = Math.floor(sentence.length * MOST_CHANGED);
  if (Math.abs(claim.length - sentence.length) > most || digits(claim) !== digits(sentence)) return false;
  return distance(claim, sentence) <= most;
}

const digits = (text: string): string => text.replace(/\D+/g, " ").trim();

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, "");
}
