import { type Signature, similarity } from "./near-duplicates.ts";
import { saysNothingNew } from "./own-words.ts";

/** A cleaned text, without what an outlet puts around it. */
export interface RepostCandidate {
  readonly body: string;
  readonly signature: Signature;
}

/** Of many similar texts only the newest are compared, so that the work stays bounded. */
const MOST_COMPARED = 200;

/**
 * For each text, the index of the text that it repeats without adding anything, or null. `copyOf` is the first text that it
 * resembles; among texts from one template it may repeat a different one.
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
