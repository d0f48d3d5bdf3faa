import type { RemovedText } from "../articles/load.ts";

/** What was removed at one place, and the text that follows it up to the next such place. */
export interface ArticleRow {
  readonly removed: readonly RemovedText[];
  /** Empty where nothing follows. */
  readonly kept: string;
}

/** An article in its order, cut wherever something was removed; only the first row may have nothing removed. */
export function articleRows(body: string, removed: readonly RemovedText[]): ArticleRow[] {
  const byPlace = Map.groupBy(removed, ({ at }) => at);
  const places = [...new Set([0, ...byPlace.keys()])].sort((a, b) => a - b);
  return places
    .map((at, index) => ({ removed: byPlace.get(at) ?? [], kept: body.slice(at, places[index + 1]).trim() }))
    .filter((row) => row.removed.length > 0 || row.kept !== "");
}
