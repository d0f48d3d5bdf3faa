import type { DatabaseSync } from "node:sqlite";

/** Some 10,000 answers, or 20 MB of buttons. */
const MOST_ROWS = 50_000;
const KEPT_MS = 365 * 86_400_000;
const LOOKED_AT_ONCE = 20;

/** To be called with each row that was inserted, and its time in ISO 8601. */
export type Bound = (row: number | bigint, at: string) => void;

type BoundTable = "buttons" | "expectations" | "pending_additions" | "prompts";

/**
 * Holds a table, whose rows stand in the order of their time, to the newest 50,000 and to those of the last year. Each call
 * looks at the oldest few rows alone, so it needs no index and never takes long; it drops more than one insert adds.
 */
export function prepareBound(db: DatabaseSync, table: BoundTable): Bound {
  const oldest = `SELECT rowid FROM ${table} ORDER BY rowid LIMIT ${LOOKED_AT_ONCE}`;
  const trim = db.prepare(`DELETE FROM ${table} WHERE rowid IN (${oldest}) AND (rowid <= ? OR at < ?)`);
  return (row, at) => {
    const since = new Date(Date.parse(at) - KEPT_MS).toISOString();
    trim.run(Number(row) - MOST_ROWS, since);
  };
}
