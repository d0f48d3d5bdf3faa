import type { DatabaseSync } from "node:sqlite";
import type { Language } from "../../domain.ts";
import type { StateStore } from "../../ports.ts";

const LONGEST_QUESTION_CHARS = 500;

/** `now` gives ISO 8601. */
export function prepareGaps(db: DatabaseSync, now: () => string): Pick<StateStore, "recordGap" | "gaps"> {
  const record = db.prepare(
    `INSERT INTO gaps VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (normalised, language)
     DO UPDATE SET times = times + 1, question = excluded.question, reason = excluded.reason, last_at = excluded.last_at`,
  );
  const latest = db.prepare("SELECT * FROM gaps ORDER BY last_at DESC, times DESC, rowid DESC LIMIT ?");
  return {
    recordGap(question, language, reason) {
      const shown = question.trim().slice(0, LONGEST_QUESTION_CHARS);
      record.run(normalised(shown), language, shown, reason, now());
    },
    gaps: (limit) =>
      latest.all(limit).map((row) => ({
        question: String(row.question),
        language: String(row.language) as Language,
        reason: String(row.reason),
        times: Number(row.times),
        lastAt: String(row.last_at),
      })),
  };
}

/** The same question whatever its width, case, spacing and closing marks. */
function normalised(question: string): string {
  const plain = question.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
  return plain.replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, "") || plain;
}
