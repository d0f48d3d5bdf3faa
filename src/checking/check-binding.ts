import type { Figure } from "../language/figure.ts";
import { amountOf, equalAmounts } from "../language/same-figure.ts";
import type { ReadText } from "./read-text.ts";
import { nearness, type Word } from "./words.ts";

/** Words beside a figure that tell what it belongs to. */
const NEIGHBOURS = 4;
/** Words at which a neighbour counts a third. */
const REACH = 6;
/** By how much a rival must fit better; less where the figures of the very same words have changed their order. */
const MARGIN = { free: 0.15, reordered: 0.03 };

/**
 * Do the words beside a figure of the claim stand nearer another figure of the sentences? It tells a swapped figure in nine
 * of ten, but a free wording too, so it is a doubt and proves nothing.
 */
export function checkBinding(
  claim: ReadText,
  sentences: readonly ReadText[],
  hasSameWords: boolean,
): "misplaced-figure" | null {
  const margin = hasSameWords && !isInOrder(claim, sentences) ? MARGIN.reordered : MARGIN.free;
  const places = sentences.flatMap((text) => text.figures.map((figure) => ({ figure, text })));
  const isThere = (figure: Figure) => places.some((place) => equalAmounts(amountOf(place.figure), amountOf(figure)));
  // Beside a sum or a difference stand the words of the reckoning, not those of the sentences.
  if (claim.figures.some((figure) => figure.weight === "strict" && !isThere(figure))) return null;
  const isMisplaced = claim.figures.some((figure) => {
    const near = neighboursOf(figure, claim);
    const own = places.filter((place) => equalAmounts(amountOf(place.figure), amountOf(figure)));
    const unit = own[0]?.figure.unit ?? figure.unit;
    const rivals = places.filter((place) => place.figure.unit?.name === unit?.name && !own.includes(place));
    if (figure.weight !== "strict" || own.length === 0 || near.length === 0) return false;
    const fit = (all: typeof places) => Math.max(0, ...all.map((place) => fitOf(near, place.figure, place.text)));
    return fit(rivals) > fit(own) + margin;
  });
  return isMisplaced ? "misplaced-figure" : null;
}

/** Do the figures of the claim follow one another as in the sentences? */
function isInOrder(claim: ReadText, sentences: readonly ReadText[]): boolean {
  const there = sentences.flatMap(({ figures }) => figures.map(amountOf));
  let from = 0;
  for (const amount of claim.figures.map(amountOf)) {
    const at = there.findIndex((other, index) => index >= from && equalAmounts(other, amount));
    if (at >= 0) from = at + 1;
    else if (there.some((other) => equalAmounts(other, amount))) return false;
  }
  return true;
}

interface Neighbour {
  readonly word: Word;
  readonly weight: number;
}

function neighboursOf(figure: Figure, text: ReadText): Neighbour[] {
  const at = indexOf(figure, text);
  return text.words
    .map((word, index) => ({ word, distance: Math.abs(index - at) }))
    .filter(({ word }) => !word.isNumber && (word.end <= figure.start || word.start >= figure.end))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEIGHBOURS)
    .map(({ word, distance }) => ({ word, weight: word.weight / (1 + distance / NEIGHBOURS) }));
}

/** Weighted share of the neighbours that stand near the figure too, 0-1. */
function fitOf(near: readonly Neighbour[], figure: Figure, text: ReadText): number {
  const at = indexOf(figure, text);
  const all = near.reduce((sum, { weight }) => sum + weight, 0);
  const met = near.reduce((sum, { word, weight }) => {
    const best = text.words.reduce(
      (most, other, index) => Math.max(most, likeness(word, other) * Math.exp(-Math.abs(index - at) / REACH)),
      0,
    );
    return sum + weight * best;
  }, 0);
  return met / all;
}

function likeness(a: Word, b: Word): number {
  return a.stem === b.stem ? 1 : nearness(a, b);
}

/** Where among the words the figure stands. */
function indexOf({ start }: Figure, { words }: ReadText): number {
  const index = words.findIndex((word) => word.end > start);
  return index < 0 ? words.length : index;
}
