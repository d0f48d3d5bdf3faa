import type { DatabaseSync } from "node:sqlite";
import type { StateStore } from "../../ports.ts";

/** `now` gives ISO 8601. */
export function prepareTurns(
  db: DatabaseSync,
  now: () => string,
): Pick<StateStore, "appendTurn" | "turns" | "resetConversation"> {
  const append = db.prepare("INSERT INTO turns (chat, question, answer, at) VALUES (?, ?, ?, ?)");
  const latest = db.prepare(
    `SELECT question, answer, at FROM turns WHERE chat = ?1 AND id > coalesce((SELECT last_turn FROM conversations WHERE chat = ?1), 0)
     ORDER BY id DESC LIMIT ?2`,
  );
  const reset = db.prepare(
    `INSERT OR REPLACE INTO conversations (chat, last_turn, last_reply)
     VALUES (?, (SELECT coalesce(max(id), 0) FROM turns), (SELECT coalesce(max(id), 0) FROM replies))`,
  );
  return {
    appendTurn: (chat, turn) => void append.run(chat, turn.question, turn.answer, now()),
    turns: (chat, limit) =>
      latest
        .all(chat, limit)
        .map((row) => ({ question: String(row.question), answer: String(row.answer), at: String(row.at) }))
        .reverse(),
    resetConversation: (chat) => void reset.run(chat),
  };
}
