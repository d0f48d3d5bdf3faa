import type { DatabaseSync } from "node:sqlite";
import { AppError } from "../../errors.ts";

/** Each migration runs once, in order; its number is its place. Never change one, add the next. */
const MIGRATIONS = [
  `CREATE TABLE allowed_users (user_id INTEGER PRIMARY KEY, name TEXT) STRICT;
   CREATE TABLE turns (id INTEGER PRIMARY KEY, chat TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE INDEX turns_by_chat ON turns (chat, id);
   CREATE TABLE resets (chat TEXT PRIMARY KEY, last_turn INTEGER NOT NULL) STRICT;
   CREATE TABLE buttons (key TEXT PRIMARY KEY, chat TEXT NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE TABLE gaps (
     normalised TEXT NOT NULL, language TEXT NOT NULL, question TEXT NOT NULL, reason TEXT NOT NULL,
     times INTEGER NOT NULL, last_at TEXT NOT NULL, PRIMARY KEY (normalised, language)
   ) STRICT;`,
  `CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE allowed_groups (chat_id INTEGER PRIMARY KEY, title TEXT) STRICT;`,
  `CREATE TABLE permissions (id INTEGER PRIMARY KEY, name TEXT, verdict TEXT NOT NULL) STRICT;
   INSERT INTO permissions SELECT user_id, name, 'allowed' FROM allowed_users;
   INSERT INTO permissions SELECT chat_id, title, 'allowed' FROM allowed_groups;
   DROP TABLE allowed_users;
   DROP TABLE allowed_groups;
   CREATE TABLE owner (one INTEGER PRIMARY KEY CHECK (one = 1), user_id INTEGER NOT NULL) STRICT;
   INSERT INTO owner SELECT 1, CAST(value AS INTEGER) FROM settings WHERE name = 'owner';
   DROP TABLE settings;
   CREATE TABLE pairing (
     one INTEGER PRIMARY KEY CHECK (one = 1), salt TEXT NOT NULL, hash TEXT NOT NULL, expires_at TEXT NOT NULL, status TEXT NOT NULL
   ) STRICT;
   CREATE TABLE pairing_tries (user_id INTEGER NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE INDEX pairing_tries_by_time ON pairing_tries (at);
   CREATE TABLE access_requests (id INTEGER PRIMARY KEY, verdict TEXT NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE TABLE languages (user_id INTEGER PRIMARY KEY, language TEXT NOT NULL) STRICT;`,
  `CREATE TABLE expectations (
     chat TEXT NOT NULL, user_id INTEGER NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (chat, user_id)
   ) STRICT;
   CREATE TABLE prompts (
     chat TEXT NOT NULL, message_id INTEGER NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (chat, message_id)
   ) STRICT;`,
  // A button may outlive its reply, so numbers are never used again.
  `CREATE TABLE replies (
     id INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, conversation TEXT NOT NULL, reply TEXT NOT NULL, at TEXT NOT NULL
   ) STRICT;
   CREATE INDEX replies_by_chat ON replies (chat, id);
   CREATE INDEX replies_by_conversation ON replies (conversation, id);
   ALTER TABLE resets ADD COLUMN last_reply INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE votes (
     id INTEGER PRIMARY KEY AUTOINCREMENT, reply INTEGER NOT NULL REFERENCES replies (id) ON DELETE CASCADE, voter TEXT NOT NULL,
     kind TEXT NOT NULL, reason TEXT, at TEXT NOT NULL, UNIQUE (reply, voter)
   ) STRICT;
   CREATE TABLE salts (name TEXT PRIMARY KEY, salt BLOB NOT NULL) STRICT;
   INSERT INTO salts VALUES ('voters', randomblob(32));
   CREATE TABLE outcomes (day TEXT NOT NULL, name TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (day, name)) STRICT;`,
  // Replies since the conversation began anew, also those that are kept no more.
  `ALTER TABLE resets RENAME TO conversations;
   ALTER TABLE conversations ADD COLUMN replies INTEGER NOT NULL DEFAULT 0;`,
  // A number stands behind Undo buttons, so it is never used again.
  `CREATE TABLE arrivals (id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE pending_additions (
     chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (chat_id, message_id)
   ) STRICT;`,
  // "checked" and "combined" promised no more than "matches" does now. In a text such words would have their quotes escaped.
  `UPDATE replies SET reply = replace(replace(reply, '"mark":"checked"', '"mark":"matches"'), '"mark":"combined"', '"mark":"matches"');
   UPDATE buttons SET payload = replace(replace(payload, '"mark":"checked"', '"mark":"matches"'), '"mark":"combined"', '"mark":"matches"');
   INSERT INTO outcomes SELECT day, 'mark-matches', sum(times) FROM outcomes WHERE name IN ('mark-checked', 'mark-combined') GROUP BY day;
   DELETE FROM outcomes WHERE name IN ('mark-checked', 'mark-combined');`,
  `CREATE TABLE exams (judge TEXT PRIMARY KEY, result TEXT NOT NULL, at TEXT NOT NULL) STRICT;`,
  // What a turn left unsaid, and what was shown, for the turns that follow it.
  `ALTER TABLE turns ADD COLUMN read TEXT;
   ALTER TABLE turns ADD COLUMN claims TEXT NOT NULL DEFAULT '[]';`,
  `CREATE TABLE digests (
     chat_id INTEGER PRIMARY KEY, thread_id INTEGER, weekday INTEGER, minute INTEGER NOT NULL, language TEXT NOT NULL,
     last_at TEXT NOT NULL
   ) STRICT;`,
];

/** All or nothing; of two programs that start at once the second finds the work done. @throws AppError config */
export function migrate(db: DatabaseSync): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    const done = Number(db.prepare("PRAGMA user_version").get()?.user_version);
    if (done > MIGRATIONS.length) {
      throw new AppError(
        "config",
        `The state has version ${done}, this program knows ${MIGRATIONS.length}. Update the program, or set another DATA_DIR.`,
      );
    }
    for (const sql of MIGRATIONS.slice(done)) db.exec(sql);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}
