import { distinctTerms } from "../../text/terms.ts";

/** Less of the asked words than this in a title is chance. */
const LEAST_SHARE = 0.3;

export interface Title {
  readonly id: string;
  readonly terms: ReadonlySet<string>;
}

/** Ids of titles that hold the asked words, most of them first; among equals the title that says least else. */
export function rankTitles(words: string, titles: readonly Title[], limit: number): string[] {
  const asked = distinctTerms(words);
  if (asked.length === 0) return [];
  return titles
    .map(({ id, terms }) => ({
      id,
      others: terms.size,
      share: asked.filter((term) => terms.has(term)).length / asked.length,
    }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || a.others - b.others)
    .slice(0, limit)
    .map(({ id }) => id);
}
