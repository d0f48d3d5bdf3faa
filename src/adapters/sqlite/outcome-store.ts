import type { DatabaseSync } from "node:sqlite";
import type { TokenName } from "../../domain.ts";
import type { OutcomeStore } from "../../ports.ts";

/** Counters by day, without a text or a person. `now` gives ISO 8601 in UTC. */
export function prepareOutcomes(db: DatabaseSync, now: () => string): OutcomeStore {
  const count = db.prepare(
    "INSERT INTO outcomes VALUES (?, ?, ?) ON CONFLICT (day, name) DO UPDATE SET times = times + excluded.times",
  );
  const since = db.prepare("SELECT name, sum(times) AS times FROM outcomes WHERE day >= ? GROUP BY name");
  return {
    countOutcomes(names) {
      const day = now().slice(0, 10);
      for (const name of names) count.run(day, name, 1);
    },
    countTokens(usage) {
      const day = now().slice(0, 10);
      const add = (name: TokenName, tokens = 0) => {
        if (tokens > 0) count.run(day, name, tokens);
      };
      for (const model of ["chat", "judge", "exam"] as const) {
        add(`tokens-${model}-read`, usage[model]?.promptTokens);
        add(`tokens-${model}-written`, usage[model]?.completionTokens);
      }
    },
    outcomes: (day) => new Map(since.all(day ?? "").map(({ name, times }) => [String(name), Number(times)])),
  };
}
