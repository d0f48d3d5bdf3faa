import type { StaticTable } from "./table.ts";

const COMBINING_MARK = /[\u0300-\u036f]/g;
const RUN = /[a-z]+|[0-9]+|[\u3400-\u4dbf\u4e00-\u9fff]+/g;

/** Token ids of a text, cut as the table was trained: known digit runs whole, Latin and Chinese runs by greedy longest match. */
export function tokenise(table: StaticTable, text: string): number[] {
  const ids: number[] = [];
  const runs = text.toLowerCase().normalize("NFKD").replace(COMBINING_MARK, "").match(RUN) ?? [];
  for (const run of runs) {
    if (run <= "9\uffff") pushKnown(table, run, ids);
    else if (run <= "z\uffff") pushLatin(table, run, ids);
    else pushHan(table, run, ids);
  }
  return ids;
}

function pushKnown(table: StaticTable, token: string, ids: number[]): boolean {
  const id = table.idOf.get(token);
  if (id !== undefined) ids.push(id);
  return id !== undefined;
}

function pushLatin(table: StaticTable, run: string, ids: number[]): void {
  if (pushKnown(table, run, ids)) return;
  let start = 0;
  while (start < run.length) {
    let end = run.length;
    while (end > start && !pushKnown(table, (start > 0 ? "##" : "") + run.slice(start, end), ids)) end--;
    start = Math.max(end, start + 1);
  }
}

function pushHan(table: StaticTable, run: string, ids: number[]): void {
  let text = "";
  for (const character of run) text += table.simplified.get(character) ?? character;
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + (table.longestHanFrom.get(text.charAt(start)) ?? 0));
    while (end > start && !pushKnown(table, text.slice(start, end), ids)) end--;
    start = Math.max(end, start + 1);
  }
}
