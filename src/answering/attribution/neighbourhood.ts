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
  const { left, right } = edges({ start, end, terms });
  const found: Neighbour[] = [];
  for (const { term, at, start: from, end: to } of terms) {
    const side = to <= start ? "left" : from >= end ? "right" : null;
    if (side === null) continue;
    const distance = (side === "left" ? left - at : at - right) - 1;
    if (distance <= REACH) found.push({ term, side, nearness: Math.exp(-Math.max(0, distance) / DECAY) });
  }
  return found;
}

/** Where the slot's own words begin and end, so that a stop right beside it counts. */
function edges({ start, end, terms }: Slot): { readonly left: number; readonly right: number } {
  const inside = terms.filter((term) => term.end > start && term.start < end).map(({ at }) => at);
  if (inside.length > 0) return { left: Math.min(...inside), right: Math.max(...inside) };
  const before = terms.filter((term) => term.end <= start).map(({ at }) => at);
  const after = terms.filter((term) => term.start >= end).map(({ at }) => at);
  return { left: Math.max(-1, ...before) + 1, right: Math.min(Number.MAX_SAFE_INTEGER, ...after) - 1 };
}
