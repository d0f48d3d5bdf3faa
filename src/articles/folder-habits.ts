import { type Block, wordsOf } from "./blocks.ts";
import { lineKey } from "./characters.ts";

const FEWEST_ARTICLES = 3;
const LEAST_SHARE = 0.01;
const HEAD_BLOCKS = 8;
const TAIL_BLOCKS = 40;
const SHORTEST_TITLE_KEY = 6;

/** What the folder shows as a whole: lines that an account repeats near the start or the end, and all titles. */
export interface FolderHabits {
  isRepeated(account: string, line: string): boolean;
  isTitle(line: string): boolean;
}

export interface HabitSource {
  readonly account: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Copies count once: a reposted text is not a habit. */
  readonly isCopy: boolean;
}

/** Document frequencies within an account of lines near either end, over all articles of the folder. */
export function learnHabits(sources: readonly HabitSource[]): FolderHabits {
  const counts = new Map<string, Map<string, number>>();
  const sizes = new Map<string, number>();
  for (const source of sources.filter(({ isCopy }) => !isCopy)) {
    const account = counts.get(source.account) ?? new Map<string, number>();
    counts.set(source.account, account);
    sizes.set(source.account, (sizes.get(source.account) ?? 0) + 1);
    for (const key of endKeys(source.blocks)) account.set(key, (account.get(key) ?? 0) + 1);
  }
  const titles = new Set(sources.map(({ title }) => lineKey(title)).filter((key) => key.length >= SHORTEST_TITLE_KEY));
  const threshold = (account: string) => Math.max(FEWEST_ARTICLES, (sizes.get(account) ?? 0) * LEAST_SHARE);
  return {
    isRepeated: (account, line) => (counts.get(account)?.get(lineKey(line)) ?? 0) >= threshold(account),
    isTitle: (line) => titles.has(lineKey(line)),
  };
}

function endKeys(blocks: readonly Block[]): Set<string> {
  const worded = blocks.filter((block) => block.text !== "");
  const ends = [...worded.slice(0, HEAD_BLOCKS), ...worded.slice(Math.max(HEAD_BLOCKS, worded.length - TAIL_BLOCKS))];
  return new Set(ends.map((block) => lineKey(wordsOf(block))).filter((key) => key !== ""));
}
