import type { DatabaseSync } from "node:sqlite";
import type { StateStore } from "../../ports.ts";
import { parseClaims } from "./kept-claims.ts";

/** `now` gives ISO 8601. */
export function prepareTurns(
  db: DatabaseSync,
  now: () => string,
): Pick<StateStore, "appendTurn" | "turns" | "resetConversation"> {
  const append = db.prepare("INSERT INTO turns (chat, question, answer, read, claims, at) VALUES (?, ?, ?, ?, ?, ?)");
  const latest = db.prepare(
    `SELECT question, answer, read, claims, at FROM turns WHERE chat = ?1 AND id > coalesce((SELECT last_turn FROM conversations WHERE chat = ?1), 0)
     ORDER BY id DESC LIMIT ?2`,
  );
  const reset = db.prepare(
    `INSERT OR REPLACE INTO conversations (chat, last_turn, last_reply)
     VALUES (?, (SELECT coalesce(max(id), 0) FROM turns), (SELECT coalesce(max(id), 0) FROM replies))`,
  );
  return {
    appendTurn: (chat, turn) =>
      void append.run(chat, turn.question, turn.answer, turn.read, JSON.stringify(turn.claims), now()),
    turns: (chat, limit) =>
      latest
        .all(chat, limit)
        .map((row) => ({
          question: String(row.question),
          answer: String(row.answer),
          read: String(row.read ?? row.question),
          claims: parseClaims(String(row.claims)),
          at: String(row.at),
        }))
        .reverse(),
    resetConversation: (chat) => void reset.run(chat),
  };
}
