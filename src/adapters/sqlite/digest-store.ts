import type { DatabaseSync } from "node:sqlite";
import type { DigestStore } from "../../ports.ts";

export function prepareDigests(db: DatabaseSync): DigestStore {
  const keep = db.prepare(
    `INSERT INTO digests (chat_id, thread_id, weekday, minute, language, last_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (chat_id) DO UPDATE SET thread_id = excluded.thread_id, weekday = excluded.weekday,
     minute = excluded.minute, language = excluded.language, last_at = excluded.last_at`,
  );
  const all = db.prepare("SELECT * FROM digests ORDER BY chat_id");
  const forget = db.prepare("DELETE FROM digests WHERE chat_id = ?");
  const sent = db.prepare("UPDATE digests SET last_at = ? WHERE chat_id = ?");
  return {
    keepDigest: ({ chatId, threadId, weekday, minute, language, lastAt }) =>
      void keep.run(chatId, threadId, weekday, minute, language, lastAt),
    digests: () =>
      all.all().map((row) => ({
        chatId: Number(row.chat_id),
        threadId: row.thread_id === null ? null : Number(row.thread_id),
        weekday: row.weekday === null ? null : Number(row.weekday),
        minute: Number(row.minute),
        language: row.language === "zh" ? "zh" : "en",
        lastAt: String(row.last_at),
      })),
    forgetDigest: (chatId) => Number(forget.run(chatId).changes) > 0,
    digestSent: (chatId, at) => void sent.run(at, chatId),
  };
}
