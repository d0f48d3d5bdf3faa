import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Language } from "../../domain.ts";
import { AppError } from "../../errors.ts";
import type { Clock, StateStore } from "../../ports.ts";
import { prepareAccess } from "./access-store.ts";
import { prepareBound } from "./bound.ts";
import { prepareExpectations } from "./expectation-store.ts";
import { migrate } from "./migrations.ts";
import { prepareOutcomes } from "./outcome-store.ts";
import { prepareReplies } from "./reply-store.ts";
import { prepareVotes } from "./vote-store.ts";

const LONGEST_GAP_CHARS = 500;
const BUTTON_KEY_BYTES = 12;

/** Makes the file and its folder where they are missing. @throws AppError config when it cannot be opened */
export function openStateStore(file: string, clock: Clock): StateStore {
  const db = openDatabase(file);
  const now = () => clock.now().toISOString();
  return {
    ...prepareTurns(db, now),
    ...prepareAccess(db, now),
    ...prepareExpectations(db, now),
    ...prepareButtons(db, now),
    ...prepareGaps(db, now),
    ...prepareReplies(db, now),
    ...prepareVotes(db, now),
    ...prepareOutcomes(db, now),
    close: () => db.close(),
  };
}

function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    db = new DatabaseSync(file);
    db.exec("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof AppError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "config",
      `The state file ${file} cannot be opened (${detail}). Check its rights, or move it away.`,
      {
        cause: error,
      },
    );
  }
}

function prepareTurns(
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

/** A key is random, so that nobody can guess it, and counts only in the chat it was made for. */
function prepareButtons(db: DatabaseSync, now: () => string): Pick<StateStore, "keepButton" | "button"> {
  const keep = db.prepare("INSERT INTO buttons VALUES (?, ?, ?, ?)");
  const find = db.prepare("SELECT payload FROM buttons WHERE chat = ? AND key = ?");
  const bound = prepareBound(db, "buttons");
  return {
    keepButton(chat, payload) {
      const key = randomBytes(BUTTON_KEY_BYTES).toString("base64url");
      const at = now();
      const { lastInsertRowid } = keep.run(key, chat, JSON.stringify(payload ?? null), at);
      bound(lastInsertRowid, at);
      return key;
    },
    button(chat, key): unknown {
      const row = find.get(chat, key);
      return row === undefined ? null : JSON.parse(String(row.payload));
    },
  };
}

function prepareGaps(db: DatabaseSync, now: () => string): Pick<StateStore, "recordGap" | "gaps"> {
  const record = db.prepare(
    `INSERT INTO gaps VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (normalised, language)
     DO UPDATE SET times = times + 1, question = excluded.question, reason = excluded.reason, last_at = excluded.last_at`,
  );
  const latest = db.prepare("SELECT * FROM gaps ORDER BY last_at DESC, times DESC, rowid DESC LIMIT ?");
  return {
    recordGap(question, language, reason) {
      const shown = question.trim().slice(0, LONGEST_GAP_CHARS);
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
  return plain.replace(/[\s\p{P}]+$/u, "") || plain;
}
