import type { DatabaseSync } from "node:sqlite";
import type { PassageId } from "../../domain.ts";
import type { LexicalHit } from "../../ports.ts";
import { toHit } from "./rows.ts";
import { BM25_WEIGHTS } from "./schema.ts";

export type TermSearch = (
  terms: readonly string[],
  limit: number,
  among?: ReadonlySet<PassageId>,
) => readonly LexicalHit[];

const BM25 = `bm25(passage_terms, ${BM25_WEIGHTS.title}, ${BM25_WEIGHTS.heading}, ${BM25_WEIGHTS.body})`;

/** BM25 of FTS5, negated so that larger is better; equal scores in the order of the corpus. */
export function prepareTermSearch(db: DatabaseSync): TermSearch {
  db.exec("CREATE TEMP TABLE wanted (passage INTEGER PRIMARY KEY)");
  const clear = db.prepare("DELETE FROM wanted");
  const want = db.prepare(
    "INSERT INTO wanted SELECT rowid FROM passages WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid",
  );
  const all = db.prepare(ranked(""));
  // The plus keeps SQLite from running the whole match again for each wanted row.
  const wanted = db.prepare(ranked("AND +passage_terms.rowid IN (SELECT passage FROM wanted)"));

  return (terms, limit, among) => {
    const expression = anyOf(terms);
    if (expression === null || limit <= 0 || among?.size === 0) return [];
    if (among === undefined) return all.all(expression, limit).map(toHit);
    clear.run();
    want.run(JSON.stringify([...among]));
    return wanted.all(expression, limit).map(toHit);
  };
}

function ranked(condition: string): string {
  return `SELECT p.id AS id, hit.score AS score FROM (
    SELECT rowid AS passage, -${BM25} AS score FROM passage_terms WHERE passage_terms MATCH ? ${condition}
    ORDER BY score DESC, passage LIMIT ?
  ) AS hit JOIN passages p ON p.rowid = hit.passage ORDER BY hit.score DESC, hit.passage`;
}

/** Each term as a quoted FTS5 string, so that nothing in it is read as syntax; a blank or NUL stands in no term. */
export function anyOf(terms: readonly string[]): string | null {
  const usable = terms.filter((term) => term !== "" && !/[\s\0]/.test(term));
  return usable.length === 0 ? null : usable.map((term) => `"${term.replaceAll('"', '""')}"`).join(" OR ");
}
