import { cosine } from "../../retrieval/cosine.ts";
import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";

/** Least share of the claim's weighted words in the cited sentences: enough alone, and enough with a near vector. */
const ENOUGH_WORDS = 0.5;
const LEAST_WORDS = 0.25;
const LEAST_COSINE = 0.45;
const LEAST_COSINE_ACROSS = 0.3;

/** The claim speaks of what the cited sentences speak of: by weighted words within a language, by vectors across. */
export function checkSupport(
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): "unsupported" | null {
  const sentences = cited.map(({ sentence }) => sentence);
  const near = similarity(claim.text, sentences.map(({ text }) => text).join(" "), context);
  if (sentences.every(({ language }) => language !== claim.language))
    return near >= LEAST_COSINE_ACROSS ? null : "unsupported";
  const words = coverage(claim, sentences, context);
  return words >= ENOUGH_WORDS || (words >= LEAST_WORDS && near >= LEAST_COSINE) ? null : "unsupported";
}

/** Share of the claim's words, weighted by rarity, that stand in the texts, 0-1. */
export function coverage(claim: Analysed, texts: readonly Analysed[], { weigh }: AttributionContext): number {
  const there = new Set(texts.flatMap(({ terms }) => terms.map(({ term }) => term)));
  let held = 0;
  let all = 0;
  for (const term of new Set(claim.terms.map(({ term }) => term))) {
    const weight = weigh(term);
    all += weight;
    if (there.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

export function similarity(left: string, right: string, { encoder }: AttributionContext): number {
  const a = encoder.encode(left);
  const b = encoder.encode(right);
  return a === null || b === null ? 0 : cosine(a, b);
}
