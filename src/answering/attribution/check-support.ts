import { dot } from "../../dot.ts";
import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";

/** Least share of the claim's weighted words in the cited sentences: enough alone, and enough with a near vector. */
const ENOUGH_WORDS = 0.5;
const LEAST_WORDS = 0.25;
const LEAST_COSINE = 0.45;
/** Other words for the same: few in common, but a clear likeness in meaning. */
const FEW_WORDS = 0.15;
const CLEAR_COSINE = 0.58;
/** From here on no other sentence can hold that much more. */
const ALMOST_ALL = 0.6;
const LEAST_COSINE_ACROSS = 0.22;

/** By how much another sentence of the passage may hold more of the claim before the citation counts as a wrong one. */
const BETTER_WORDS = 0.4;
const BETTER_COSINE = 0.15;

/**
 * The claim speaks of what the cited sentences speak of, by weighted words within a language and by vectors across, and
 * no other sentence of their passages speaks of it much more.
 */
export function checkSupport(
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): "unsupported" | null {
  const sentences = cited.map(({ sentence }) => sentence);
  const others = cited
    .flatMap(({ before, after }) => [...before, ...after])
    .filter((other) => !sentences.includes(other));
  const near = nearness(claim, sentences, context);
  if (sentences.every(({ language }) => language !== claim.language)) {
    const better = others.some((other) => nearness(claim, [other], context) > near + BETTER_COSINE);
    return near >= LEAST_COSINE_ACROSS && !better ? null : "unsupported";
  }
  const words = coverage(claim, sentences, context);
  const isRewording = words >= FEW_WORDS && near >= CLEAR_COSINE;
  if (words < ENOUGH_WORDS && !isRewording && (words < LEAST_WORDS || near < LEAST_COSINE)) return "unsupported";
  const better = words < ALMOST_ALL && others.some((other) => coverage(claim, [other], context) > words + BETTER_WORDS);
  return better ? "unsupported" : null;
}

/** Cosine of the claim with the texts together. */
export function nearness(claim: Analysed, texts: readonly Analysed[], context: AttributionContext): number {
  return similarity(claim.text, texts.map(({ text }) => text).join(" "), context);
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

export function similarity(left: string, right: string, { vector }: Pick<AttributionContext, "vector">): number {
  const a = vector(left);
  const b = vector(right);
  return a === null || b === null ? 0 : dot(a, b);
}
