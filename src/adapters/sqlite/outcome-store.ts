import type { DatabaseSync } from "node:sqlite";
import type { OutcomeStore } from "../../ports.ts";

/** Counters by day, without a text or a person. `now` gives ISO 8601 in UTC. */
export function prepareOutcomes(db: DatabaseSync, now: () => string): OutcomeStore {
  const count = db.prepare(
    "INSERT INTO outcomes VALUES (?, ?, 1) ON CONFLICT (day, name) DO UPDATE SET times = times + 1",
  );
  const since = db.prepare("SELECT name, sum(times) AS times FROM outcomes WHERE day >= ? GROUP BY name");
  return {
    countOutcomes(names) {
      const day = now().slice(0, 10);
      for (const name of names) count.run(day, name);
    },
    outcomes: (day) => new Map(since.all(day ?? "").map(({ name, times }) => [String(name), Number(times)])),
  };
}
