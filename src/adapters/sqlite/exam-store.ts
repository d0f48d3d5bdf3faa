import type { DatabaseSync } from "node:sqlite";
import type { ExamStore } from "../../ports.ts";

/** `now` gives ISO 8601. */
export function prepareExams(db: DatabaseSync, now: () => string): ExamStore {
  const keep = db.prepare("INSERT OR REPLACE INTO exams VALUES (?, ?, ?)");
  const find = db.prepare("SELECT result FROM exams WHERE judge = ?");
  return {
    keepExamResult(judge, result) {
      keep.run(judge, JSON.stringify(result), now());
    },
    examResult(judge): unknown {
      const row = find.get(judge);
      return row === undefined ? null : JSON.parse(String(row.result));
    },
  };
}
