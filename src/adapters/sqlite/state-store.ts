import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Language } from "../../domain.ts";
import type { Clock, StateStore } from "../../ports.ts";

/** Each migration runs once, in order; its number is its place. Never change one, add the next. */
const MIGRATIONS = [
  `CREATE TABLE allowed_users (user_id INTEGER PRIMARY KEY, name TEXT) STRICT;
   CREATE TABLE turns (id INTEGER PRIMARY KEY, chat TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE INDEX turns_by_chat ON turns (chat, id);
   CREATE TABLE resets (chat TEXT PRIMARY KEY, last_turn INTEGER NOT NULL) STRICT;
   CREATE TABLE buttons (key TEXT PRIMARY KEY, chat TEXT NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE TABLE gaps (
     question TEXT NOT NULL, language TEXT NOT NULL, reason TEXT NOT NULL, times INTEGER NOT NULL, last_at TEXT NOT NULL,
     PRIMARY KEY (question, language)
   ) STRICT;`,
];

/** @throws when the file cannot be opened */
export function openStateStore(file: string, clock: Clock): StateStore {
  if (file !== ":memory:") mkdirSync(path.dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
  migrate(db);
  const now = () => clock.now().toISOString();
  const addTurn = db.prepare("INSERT INTO turns (chat, question, answer, at) VALUES (?, ?, ?, ?)");
  const latestTurns = db.prepare(
    `SELECT question, answer, at FROM turns WHERE chat = ?1 AND id > coalesce((SELECT last_turn FROM resets WHERE chat = ?1), 0)
     ORDER BY id DESC LIMIT ?2`,
  );
  const reset = db.prepare("INSERT OR REPLACE INTO resets VALUES (?1, (SELECT coalesce(max(id), 0) FROM turns))");
  const allow = db.prepare("INSERT OR REPLACE INTO allowed_users VALUES (?, ?)");
  const deny = db.prepare("DELETE FROM allowed_users WHERE user_id = ?");
  const addButton = db.prepare("INSERT INTO buttons VALUES (?, ?, ?, ?)");
  const findButton = db.prepare("SELECT payload FROM buttons WHERE chat = ? AND key = ?");
  const addGap = db.prepare(
    `INSERT INTO gaps VALUES (?, ?, ?, 1, ?)
     ON CONFLICT (question, language) DO UPDATE SET times = times + 1, reason = excluded.reason, last_at = excluded.last_at`,
  );
  const latestGaps = db.prepare("SELECT question, language, reason, times, last_at FROM gaps ORDER BY last_at DESC LIMIT ?");

  return {
    appendTurn: (chat, turn) => void addTurn.run(chat, turn.question, turn.answer, now()),
    turns: (chat, limit) =>
      latestTurns
        .all(chat, limit)
        .map((row) => ({ question: String(row["question"]), answer: String(row["answer"]), at: String(row["at"]) }))
        .reverse(),
    resetConversation: (chat) => void reset.run(chat),
    allow: (userId, name) => void allow.run(userId, name),
    deny: (userId) => void deny.run(userId),
    allowedUsers: () =>
      db
        .prepare("SELECT user_id, name FROM allowed_users")
        .all()
        .map((row) => ({ userId: Number(row["user_id"]), name: row["name"] === null ? null : String(row["name"]) })),
    keepButton(chat, payload) {
      const key = randomBytes(12).toString("base64url");
      addButton.run(key, chat, JSON.stringify(payload), now());
      return key;
    },
    button(chat, key) {
      const row = findButton.get(chat, key);
      return row === undefined ? null : (JSON.parse(String(row["payload"])) as unknown);
    },
    recordGap: (question, language, reason) => void addGap.run(question.trim().slice(0, 500), language, reason, now()),
    gaps: (limit) =>
      latestGaps.all(limit).map((row) => ({
        question: String(row["question"]),
        language: String(row["language"]) as Language,
        reason: String(row["reason"]),
        times: Number(row["times"]),
        lastAt: String(row["last_at"]),
      })),
    close: () => db.close(),
  };
}

function migrate(db: DatabaseSync): void {
  const done = Number(db.prepare("PRAGMA user_version").get()?.["user_version"]);
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < done) continue;
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
