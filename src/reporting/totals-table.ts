import { alignedTable } from "../text/aligned-table.ts";
import { type CorpusTotals, shareOf } from "./totals.ts";

/** The totals as a terminal shows them: two aligned tables. */
export function describeTotals(totals: CorpusTotals): string {
  const { keptChars, removedChars } = totals;
  const whole = keptChars + removedChars;
  const facts = [
    ["articles", count(totals.articles), ""],
    ["characters kept", count(keptChars), percent(shareOf(keptChars, whole))],
    ["characters removed", count(removedChars), percent(shareOf(removedChars, whole))],
    ["reposts", count(totals.reposts), ""],
    ["cut by a paywall", count(totals.paywalled), ""],
    ["pictures unread", count(totals.picturesUnread), ""],
    ["files skipped", count(totals.skippedFiles), ""],
    ["files with notes", count(totals.filesWithNotes), ""],
  ];
  const reasons = totals.byReason.map(({ reason, blocks, chars, share }) => [
    reason,
    count(blocks),
    reason === "image" ? "–" : count(chars),
    reason === "image" ? "–" : percent(share),
  ]);
  const head = ["removed as", "blocks", "characters", "share"];
  return `${alignedTable(facts)}\n\n${alignedTable([head, ...reasons])}`;
}

/** `5,621,300` */
export const count = (value: number): string => value.toLocaleString("en-US");

/** `6.5%` */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
