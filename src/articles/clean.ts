import { type Block, wordsOf } from "./blocks.ts";
import { lineKey, textSize } from "./characters.ts";
import type { FolderHabits } from "./folder-habits.ts";
import {
  isByline,
  isCopyright,
  isEndMark,
  isFollowMe,
  isPaywall,
  isRelatedHeading,
  isWordlessCaption,
  type RemovalReason,
} from "./phrases.ts";
import { placeRemoved, type SortedText } from "./place-removed.ts";

export type { RemovedText } from "./place-removed.ts";

export const CLEANER_VERSION = "5";

const HEAD_BLOCKS = 8;
const LONG_HEAD_BLOCK_SIZE = 60;
const LONG_TAIL_BLOCK_SIZE = 90;
const TAIL_GAP_BLOCKS = 4;
const MOST_AFTER_END_SHARE = 0.4;
const LINK_LIST_SHARE = 0.75;
const LONGEST_LINK_LINE_SIZE = 120;

export interface CleanedText extends SortedText {
  readonly paywall: boolean;
}

export interface CleanRequest {
  readonly title: string;
  readonly account: string;
  readonly blocks: readonly Block[];
  /** Addresses of the blocks' pictures, in order. */
  readonly pictures: readonly string[];
  readonly habits: FolderHabits;
}

/** An article's own text. What belongs to the outlet is removed, and listed with its reason. */
export function cleanBlocks(request: CleanRequest): CleanedText {
  const careful = sort(request, request.habits);
  // Articles that are one repeated announcement would vanish; of those only what phrases name is taken.
  const reasons = careful.every((reason) => reason !== null)
    ? sort(request, { ...request.habits, isRepeated: () => false })
    : careful;
  const { body, removed } = placeRemoved(request.blocks, reasons, request.pictures);
  return { body, removed, paywall: request.blocks.some(({ text }) => isPaywall(text)) };
}

/** The same article with everything left in. */
export function keepBlocks({ blocks, pictures }: CleanRequest): CleanedText {
  const reasons: Reasons = blocks.map((block) => (block.kind === "picture" ? "image" : null));
  return { ...placeRemoved(blocks, reasons, pictures), paywall: blocks.some(({ text }) => isPaywall(text)) };
}

type Reasons = (RemovalReason | null)[];

function sort(request: CleanRequest, habits: FolderHabits): Reasons {
  const reasons: Reasons = request.blocks.map(wordless);
  markHead(request, habits, reasons);
  markTail(request, habits, reasons);
  markAfterEnd(request.blocks, reasons);
  return reasons;
}

function wordless(block: Block): RemovalReason | null {
  if (block.kind === "picture") return "image";
  if (isWordlessCaption(block.text)) return "caption";
  // Lone brackets are code that a page shows line by line.
  if (block.kind === "rule" || !/[\p{L}\p{N}(){};=<>]/u.test(block.text)) return "rule";
  return null;
}

function markHead({ blocks, account, title }: CleanRequest, habits: FolderHabits, reasons: Reasons): void {
  let seen = 0;
  for (const [index, block] of blocks.entries()) {
    if (reasons[index] !== null) continue;
    if (seen === 0 && lineKey(block.text) === lineKey(title)) reasons[index] = "title";
    else reasons[index] = headReason(block, account, habits);
    seen += 1;
    if (seen >= HEAD_BLOCKS || (reasons[index] === null && textSize(block.text) > LONG_HEAD_BLOCK_SIZE)) return;
  }
}

function headReason(block: Block, account: string, habits: FolderHabits): RemovalReason | null {
  const text = wordsOf(block);
  if (isByline(text) || (block.kind !== "heading" && namesTheAccount(text, account))) return "byline";
  if (isFollowMe(text) && text.length <= 40) return "follow-me";
  return block.kind !== "heading" && habits.isRepeated(account, text) ? "repeated" : null;
}

/** A line above the text that says little more than who wrote it, and perhaps when. */
function namesTheAccount(text: string, account: string): boolean {
  const name = lineKey(account);
  return name !== "" && lineKey(text).includes(name) && lineKey(text).length <= name.length + LONGEST_AROUND_NAME;
}

/** From the end upwards, until the article itself is met: a long block, or several in a row that are nobody's habit. */
function markTail({ blocks, account, title }: CleanRequest, habits: FolderHabits, reasons: Reasons): void {
  let gap = 0;
  for (let index = blocks.length - 1; index >= 0 && gap < TAIL_GAP_BLOCKS; index -= 1) {
    const block = blocks[index];
    if (block === undefined || reasons[index] !== null) continue;
    const found = tailReason(block, { account, title, habits });
    // The label of a section that stays is the article's, however often its account uses the word.
    const reason = found === "repeated" && gap > 0 && isLabel(block) ? null : found;
    if (reason === null && textSize(block.text) > LONG_TAIL_BLOCK_SIZE) return;
    reasons[index] = reason;
    gap = reason === null ? gap + 1 : 0;
  }
}

const LONGEST_LABEL_CHARS = 8;

const isLabel = (block: Block): boolean =>
  block.kind === "heading" ||
  (wordsOf(block).length <= LONGEST_LABEL_CHARS && /^[\p{L}\p{N} ]+$/u.test(wordsOf(block)));

/** Room for a "By" and a date beside the author's name. */
const LONGEST_AROUND_NAME = 14;

interface TailContext {
  readonly account: string;
  readonly title: string;
  readonly habits: FolderHabits;
}

function tailReason(block: Block, { account, title, habits }: TailContext): RemovalReason | null {
  const text = wordsOf(block);
  // A numbered reference belongs to its mark in the text, whatever it links to.
  if (/^\[\d{1,3}\]/.test(text)) return null;
  if (isPaywall(text)) return "paywall";
  if (isEndMark(text)) return "rule";
  if (isCopyright(text)) return "copyright";
  if (isRelatedHeading(text)) return "related";
  if (habits.isTitle(text) && lineKey(text) !== lineKey(title)) return "related";
  if (block.linked >= LINK_LIST_SHARE && textSize(text) <= LONGEST_LINK_LINE_SIZE) return "related";
  if (isFollowMe(text)) return "follow-me";
  if (isByline(text)) return "byline";
  // A label such as 论文地址： belongs to the line after it, whatever its frequency.
  return habits.isRepeated(account, text) && !/[：:]$/.test(text) ? "repeated" : null;
}

/** Text after a line that says the article is over, or continues behind a paywall, is not part of it. */
function markAfterEnd(blocks: readonly Block[], reasons: Reasons): void {
  const sizes = blocks.map((block) => textSize(block.text));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let after = 0;
  let cut: number | null = null;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const text = wordsOf(block);
    if (isPaywall(text) || (isEndMark(text) && after <= total * MOST_AFTER_END_SHARE)) cut = index;
    after += sizes[index] ?? 0;
  }
  if (cut === null) return;
  for (const [index, block] of blocks.entries()) {
    if (index > cut) reasons[index] ??= "follow-me";
    else if (index === cut) reasons[index] ??= isPaywall(wordsOf(block)) ? "paywall" : "rule";
  }
}
