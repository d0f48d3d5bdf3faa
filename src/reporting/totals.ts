import { type CleanedArticle, type LoadedCorpus, REMOVAL_REASONS, type RemovalReason } from "../articles/load.ts";

export interface ReasonTotal {
  readonly reason: RemovalReason;
  readonly blocks: number;
  /** UTF-16 units; 0 for pictures, whose addresses are no text. */
  readonly chars: number;
  /** Of all characters kept and removed, 0-1. */
  readonly share: number;
}

/** What cleaning did to a folder, in figures. */
export interface CorpusTotals {
  readonly articles: number;
  readonly keptChars: number;
  readonly removedChars: number;
  /** Reasons that occurred, in the order of REMOVAL_REASONS. */
  readonly byReason: readonly ReasonTotal[];
  readonly reposts: number;
  readonly paywalled: number;
  readonly picturesUnread: number;
  readonly skippedFiles: number;
  /** Files that were indexed although something about them is wanting. */
  readonly filesWithNotes: number;
}

export function totalsOf({ articles, report }: LoadedCorpus): CorpusTotals {
  const keptChars = sum(articles.map(({ article }) => article.body.length));
  const removedChars = sum(articles.map(removedCharsOf));
  return {
    articles: articles.length,
    keptChars,
    removedChars,
    byReason: reasonTotals(articles, keptChars + removedChars),
    reposts: articles.filter(({ article }) => article.repostOf !== null).length,
    paywalled: articles.filter(({ article }) => article.missing.paywall).length,
    picturesUnread: sum(articles.map(({ article }) => article.missing.picturesUnread)),
    skippedFiles: report.filter(({ outcome }) => outcome === "skipped").length,
    filesWithNotes: report.filter(({ outcome, warnings }) => outcome === "indexed" && warnings.length > 0).length,
  };
}

/** Characters of words that were removed, pictures left out. */
export function removedCharsOf({ removed }: CleanedArticle): number {
  return sum(removed.map(({ reason, text }) => (reason === "image" ? 0 : text.length)));
}

export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function reasonTotals(articles: readonly CleanedArticle[], wholeChars: number): ReasonTotal[] {
  const counts = new Map<RemovalReason, { blocks: number; chars: number }>();
  for (const { reason, text } of articles.flatMap(({ removed }) => removed)) {
    const { blocks, chars } = counts.get(reason) ?? { blocks: 0, chars: 0 };
    counts.set(reason, { blocks: blocks + 1, chars: chars + (reason === "image" ? 0 : text.length) });
  }
  return REMOVAL_REASONS.flatMap((reason) => {
    const count = counts.get(reason);
    return count === undefined ? [] : [{ reason, ...count, share: shareOf(count.chars, wholeChars) }];
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
