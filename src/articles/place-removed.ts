import type { Block } from "./blocks.ts";
import type { RemovalReason } from "./phrases.ts";

export interface RemovedText {
  /** As it would have stood in the body; of a picture its address. */
  readonly text: string;
  readonly reason: RemovalReason;
  /** Where it stood: offset into the body of what follows it, the body's length at the end. */
  readonly at: number;
}

export interface SortedText {
  /** Paragraphs are separated by an empty line, items of a list by a line end. */
  readonly body: string;
  /** In the order of the source. */
  readonly removed: readonly RemovedText[];
}

/** Blocks without a reason as the body, the others and the pictures (addresses in their order) beside it, each at its place. */
export function placeRemoved(
  blocks: readonly Block[],
  reasons: readonly (RemovalReason | null)[],
  pictures: readonly string[],
): SortedText {
  const addresses = pictures.values();
  const removed: RemovedText[] = [];
  let waiting: Omit<RemovedText, "at">[] = [];
  let body = "";
  let above: Block | null = null;
  const place = () => {
    for (const each of waiting) removed.push({ ...each, at: body.length });
    waiting = [];
  };
  for (const [index, block] of blocks.entries()) {
    const reason = reasons[index] ?? null;
    if (reason === null) {
      body += gapBetween(above, block);
      place();
      body += block.text;
      above = block;
    } else if (block.text !== "") waiting.push({ text: block.text, reason });
    for (const text of addresses.take(block.pictures)) waiting.push({ text, reason: "image" });
  }
  for (const text of addresses) waiting.push({ text, reason: "image" });
  place();
  return { body, removed };
}

function gapBetween(above: Block | null, block: Block): string {
  if (above === null) return "";
  return above.kind === "item" && block.kind === "item" ? "\n" : "\n\n";
}
