import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStateStore } from "../../../src/adapters/sqlite/state-store.ts";
import type { StateStore } from "../../../src/ports.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const DAY_MS = 86_400_000;
const MOST_ROWS = 50_000;
const ANN = 7;

type Table = "buttons" | "prompts" | "expectations";
/** Keeps something under that number; gives how to look whether it is still there. */
const KINDS: readonly [Table, (store: StateStore, id: number) => () => unknown][] = [
  [
    "buttons",
    (store, id) => {
      const key = store.keepButton("a", id);
      return () => store.button("a", key);
    },
  ],
  [
    "prompts",
    (store, id) => {
      store.keepPrompt("a", id, id);
      return () => store.prompt("a", id);
    },
  ],
  [
    "expectations",
    (store, id) => {
      store.expectNext(`${id}`, ANN, id);
      return () => store.expectedNext(`${id}`, ANN, new Date(0));
    },
  ],
];

function start() {
  const file = path.join(temporaryFolder(), "state.db");
  const clock = { nowMs: Date.UTC(2024, 0, 1), now: () => new Date(clock.nowMs) };
  const store = openStateStore(file, clock);
  const db = new DatabaseSync(file);
  onTestFinished(() => {
    db.close();
    store.close();
  });
  return {
    store,
    clock,
    db,
    rows: (table: Table) => Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n),
  };
}

describe.each(KINDS)("%s are kept", (table, keep) => {
  it("for a year; what is older goes a few at a time, more than come", () => {
    const { store, clock, rows } = start();
    const old = Array.from({ length: 30 }, (_, id) => keep(store, id));
    clock.nowMs += 200 * DAY_MS;
    const younger = keep(store, 100);
    clock.nowMs += 166 * DAY_MS;
    keep(store, 101);
    expect(rows(table)).toBe(12);
    keep(store, 102);
    expect(rows(table)).toBe(3);
    expect(old.map((look) => look())).toEqual(old.map(() => null));
    expect(younger()).toBe(100);
  });

  it("in such numbers only; of too many the oldest go", () => {
    const { store, db, rows } = start();
    const first = keep(store, -1);
    const columns = { buttons: "n, 'a'", prompts: "'b', n", expectations: "'b', n" }[table];
    db.exec(
      `INSERT INTO ${table} WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${MOST_ROWS - 2})
       SELECT ${columns}, '0', '2024-01-01T00:00:00.000Z' FROM numbers`,
    );
    const second = keep(store, -2);
    expect([rows(table), first()]).toEqual([MOST_ROWS, -1]);
    const third = keep(store, -3);
    expect([rows(table), first(), second(), third()]).toEqual([MOST_ROWS, null, -2, -3]);
  });
});
