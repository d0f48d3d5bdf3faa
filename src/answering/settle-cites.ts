import { distance } from "fastest-levenshtein";
import { harmless } from "../text/harmless.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./model-claim.ts";

/** Up to this share of a sentence may be written differently, and the claim still counts as that sentence. */
const MOST_CHANGED = 0.06;
/** Shorter texts are too easily similar by chance. */
const LEAST_CHARS = 8;

/**
 * The claim as it is checked and shown: nothing in it can be pressed, invented keys are removed if it has others, and if it
 * repeats a sentence almost word for word, it gets that sentence's key. Whether it holds is decided by the check.
 */
export function settleCites(written: ModelClaim, keys: KeyTable): ModelClaim {
  const known = written.cites.filter((key) => keys.has(key));
  const text = harmless(written.text);
  const own = sentenceThatItIs(text, known, keys);
  const cites = own !== null ? [own] : known.length > 0 ? known : written.cites;
  return { ...written, text, cites };
}

/** Cited sentences come first, because other articles may have the same sentence. */
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
