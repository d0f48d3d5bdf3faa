import type { Draft } from "./draft.ts";
import { findCopies, similarity } from "./near-duplicates.ts";

/** Least similarity at which one address on two files means one article: pages on one matter may name the same source. */
const SAME_ADDRESS_SIMILARITY = 0.5;

export interface Sifted {
  /** Earliest first, undated last. */
  readonly drafts: readonly Draft[];
  /** Path of a duplicate -> path of the file that is kept. */
  readonly duplicates: ReadonlyMap<string, string>;
  /** For each draft the index of the draft that it nearly repeats, or null. */
  readonly copyOf: readonly (number | null)[];
}

/** Removes files that repeat another one, and groups near copies under the earliest. */
export function sift(all: readonly Draft[]): Sifted {
  const drafts: Draft[] = [];
  const duplicates = new Map<string, string>();
  const byText = new Map<string, Draft>();
  const byUrl = new Map<string, Draft>();
  for (const draft of [...all].sort(byTime)) {
    const text = draft.blocks.map((block) => block.text).join("\n");
    const twin = byText.get(text) ?? sameAddress(draft, byUrl);
    if (twin !== undefined) {
      duplicates.set(draft.sourcePath, twin.sourcePath);
      continue;
    }
    drafts.push(draft);
    byText.set(text, draft);
    if (draft.url !== null) byUrl.set(draft.url, draft);
  }
  return { drafts, duplicates, copyOf: findCopies(drafts.map(({ signature }) => signature)) };
}

function sameAddress(draft: Draft, byUrl: ReadonlyMap<string, Draft>): Draft | undefined {
  const other = draft.url === null ? undefined : byUrl.get(draft.url);
  return other !== undefined && similarity(draft.signature, other.signature) >= SAME_ADDRESS_SIMILARITY
    ? other
    : undefined;
}

/** Sorting is stable: for equal times the order of the listing decides, so the main folder's file is kept. */
function byTime(a: Draft, b: Draft): number {
  const [left, right] = [a.publishedAt ?? "9999", b.publishedAt ?? "9999"];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
