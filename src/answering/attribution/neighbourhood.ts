import type { PlacedTerm } from "./placed-terms.ts";

/** A place in a text, and the words around it. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly PlacedTerm[];
}

export type TermWeight = (term: string) => number;

/** Words further away than this say nothing about a slot. */
const REACH = 14;
const DECAY = 5;
/** What a word on the other side counts, set against one on the same side. */
const OTHER_SIDE = 0.35;

interface Neighbour {
  readonly term: string;
  readonly side: "left" | "right";
  readonly nearness: number;
}

/** How alike are the words around two slots, by side and distance: 0 (nothing shared) to 1 (the same surroundings). */
export function affinity(claimed: Slot, cited: Slot, weigh: TermWeight): number {
  const there = new Map<string, Neighbour[]>();
  for (const neighbour of neighbours(cited)) {
    const same = there.get(neighbour.term);
    if (same === undefined) there.set(neighbour.term, [neighbour]);
    else same.push(neighbour);
  }
  let shared = 0;
  let all = 0;
  for (const { term, side, nearness } of neighbours(claimed)) {
    const weight = weigh(term) * nearness;
    all += weight;
    let best = 0;
    for (const other of there.get(term) ?? [])
      best = Math.max(best, closeness(nearness, other.nearness) * (other.side === side ? 1 : OTHER_SIDE));
    shared += weight * best;
  }
  return all === 0 ? 0 : shared / all;
}

/** The same distance counts in full, twice as near or far a little less. */
function closeness(claimed: number, cited: number): number {
  return Math.sqrt(Math.min(1, cited / claimed));
}

function neighbours({ start, end, terms }: Slot): Neighbour[] {
  let left = Number.NEGATIVE_INFINITY;
  let right = Number.POSITIVE_INFINITY;
  for (const term of terms) {
    if (term.end <= start) left = Math.max(left, term.at);
    else if (term.start >= end) right = Math.min(right, term.at);
  }
  const found: Neighbour[] = [];
  for (const { term, at, start: from, end: to } of terms) {
    const side = to <= start ? "left" : from >= end ? "right" : null;
    if (side === null) continue;
    const distance = side === "left" ? left - at : at - right;
    if (distance <= REACH) found.push({ term, side, nearness: Math.exp(-Math.max(0, distance) / DECAY) });
  }
  return found;
}
