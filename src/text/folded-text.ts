import type { Span } from "../domain.ts";
import { fold, joinsBefore } from "./fold.ts";

/** Only blocks in which something was found are traced, which takes ten times as long as folding. */
const BLOCK_CHARS = 2_000;

/** A text and what `fold` makes of it. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
  /** Where in the text a range of the folded text came from; whole characters, so it may be more than was folded to it. */
  sourceOf(range: Span): Span;
}

interface Block {
  /** In the text, and in the folded text. */
  readonly start: number;
  readonly foldedStart: number;
  readonly folded: string;
}

export function foldedText(text: string): FoldedText {
  const blocks: Block[] = [];
  let foldedStart = 0;
  for (const { start, end } of blocksOf(text)) {
    const folded = fold(text.slice(start, end));
    blocks.push({ start, foldedStart, folded });
    foldedStart += folded.length;
  }
  const traces = new Map<Block, readonly Span[]>();
  const unitSource = (at: number): Span => {
    const block = blocks.findLast((each) => each.foldedStart <= at && each.folded !== "");
    if (block === undefined) return { start: 0, end: 0 };
    const trace = traces.get(block) ?? traceOf(text, block, blocks[blocks.indexOf(block) + 1]?.start ?? text.length);
    traces.set(block, trace);
    return trace[at - block.foldedStart] ?? { start: block.start, end: block.start };
  };
  return {
    text,
    folded: blocks.map(({ folded }) => folded).join(""),
    sourceOf: ({ start, end }) => ({ start: unitSource(start).start, end: unitSource(end - 1).end }),
  };
}

/** Ranges that fold each for itself: none begins with what joins to the one before, none ends with a blank. */
function* blocksOf(text: string): Generator<Span> {
  let start = 0;
  while (start < text.length) {
    let end = start + BLOCK_CHARS;
    while (end < text.length && !isBorder(text, end)) end++;
    yield { start, end: Math.min(end, text.length) };
    start = end;
  }
}

function isBorder(text: string, at: number): boolean {
  if (/[\udc00-\udfff]/.test(text[at] ?? "") || /\s/.test(text[at - 1] ?? "")) return false;
  return !joinsBefore(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** For each unit of the folded block the range of the text that it came from. */
function traceOf(text: string, block: Block, blockEnd: number): Span[] {
  const units: string[] = [];
  const sources: Span[] = [];
  for (const source of clustersOf(text, block.start, blockEnd)) {
    for (const unit of fold(text.slice(source.start, source.end)).split("")) {
      if (unit === " " && units.at(-1) === " ") continue;
      units.push(unit);
      sources.push(source);
    }
  }
  return sources;
}

/** A character with all that joins to it. */
function* clustersOf(text: string, from: number, to: number): Generator<Span> {
  let start = from;
  let at = from;
  for (const character of text.slice(from, to)) {
    if (at > start && !joinsBefore(character)) {
      yield { start, end: at };
      start = at;
    }
    at += character.length;
  }
  if (at > start) yield { start, end: at };
}
