import { type Signature, similarity } from "./near-duplicates.ts";
import { saysNothingNew } from "./own-words.ts";

/** A cleaned text; what an outlet puts around a text is none of its own. */
export interface RepostCandidate {
  readonly body: string;
  readonly signature: Signature;
}

/** Of a long row of like texts only the newest are compared, so that the work stays in proportion. */
const MOST_COMPARED = 200;

/**
 * For each text the index of the text that it repeats with nothing of its own, or null. `copyOf` names for each the
 * first text that it resembles; among texts from one template the one it repeats may be another.
 */
export function findReposts(
  texts: readonly (RepostCandidate | null)[],
  copyOf: readonly (number | null)[],
): (number | null)[] {
  const originals = new Map<number, number[]>();
  return texts.map((text, index) => {
    const first = copyOf[index] ?? null;
    if (text === null || first === null) return null;
    const others = originals.get(first) ?? [];
    const candidates = [first, ...nearest(text, texts, others)];
    const source = candidates.find((at) => saysNothingNew(text.body, texts[at]?.body ?? ""));
    if (source === undefined) originals.set(first, [...others.slice(1 - MOST_COMPARED), index]);
    return source ?? null;
  });
}

function nearest(
  text: RepostCandidate,
  texts: readonly (RepostCandidate | null)[],
  others: readonly number[],
): readonly number[] {
  const likeness = (at: number) => similarity(text.signature, texts[at]?.signature ?? text.signature);
  return [...others].sort((a, b) => likeness(b) - likeness(a)).slice(0, 1);
}
