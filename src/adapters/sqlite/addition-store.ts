import type { DatabaseSync } from "node:sqlite";
import type { AdditionStore } from "../../ports.ts";
import { prepareBound } from "./bound.ts";

/** `now` gives ISO 8601, which sorts as text. */
export function prepareAdditions(db: DatabaseSync, now: () => string): AdditionStore {
  const arrive = db.prepare("INSERT OR REPLACE INTO arrivals (file) VALUES (?)");
  const latest = db.prepare("SELECT id FROM arrivals WHERE file = ?");
  const keep = db.prepare("INSERT OR REPLACE INTO pending_additions VALUES (?, ?, ?, ?)");
  const one = db.prepare("SELECT payload FROM pending_additions WHERE chat_id = ? AND message_id = ?");
  const all = db.prepare("SELECT chat_id, message_id, payload FROM pending_additions ORDER BY chat_id, message_id");
  const forget = db.prepare("DELETE FROM pending_additions WHERE chat_id = ? AND message_id = ?");
  const bound = prepareBound(db, "pending_additions");
  return {
    recordArrival: (file) => Number(arrive.run(file).lastInsertRowid),
    latestArrival(file) {
      const row = latest.get(file);
      return row === undefined ? null : Number(row.id);
    },
    keepPendingAddition(chatId, messageId, payload) {
      const at = now();
      const { lastInsertRowid } = keep.run(chatId, messageId, JSON.stringify(payload ?? null), at);
      bound(lastInsertRowid, at);
    },
    pendingAddition(chatId, messageId) {
      const row = one.get(chatId, messageId);
      return row === undefined ? null : JSON.parse(String(row.payload));
    },
    pendingAdditions: () =>
      all.all().map((row) => ({
        chatId: Number(row.chat_id),
        messageId: Number(row.message_id),
        payload: JSON.parse(String(row.payload)),
      })),
    forgetPendingAddition: (chatId, messageId) => void forget.run(chatId, messageId),
  };
}
