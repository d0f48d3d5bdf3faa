import type { ArticleId } from "../../domain.ts";
import type { TitleMatches } from "../../ports.ts";
import { distinctTerms } from "../../text/terms.ts";

/** Less of the asked words than this in a title is chance. */
const LEAST_SHARE = 0.3;
const SIMILAR_SHOWN = 40;

export interface Title {
  readonly id: ArticleId;
  /** Title and author, folded. */
  readonly folded: string;
  readonly terms: ReadonlySet<string>;
}

/** Ids of titles that hold the asked words, most of them first; among equals the title that says least else. */
export function rankTitles(words: string, titles: readonly Title[], limit: number): ArticleId[] {
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

/** `titles` are newest first. */
export function matchTitles(words: readonly string[], titles: readonly Title[]): TitleMatches {
  const holding = titles.filter(({ folded }) => words.every((word) => folded.includes(word))).map(({ id }) => id);
  if (holding.length > 0) return { kind: "holding", ids: holding };
  return { kind: "similar", ids: rankTitles(words.join(" "), titles, SIMILAR_SHOWN) };
}
