import type { DatabaseSync } from "node:sqlite";
import type { ExpectationStore } from "../../ports.ts";
import { prepareBound } from "./bound.ts";
import type { Row } from "./rows.ts";

/** `now` gives ISO 8601, which sorts as text. */
export function prepareExpectations(db: DatabaseSync, now: () => string): ExpectationStore {
  const expect = db.prepare("INSERT OR REPLACE INTO expectations VALUES (?, ?, ?, ?)");
  const find = db.prepare("SELECT payload FROM expectations WHERE chat = ? AND user_id = ? AND at >= ?");
  const forget = db.prepare("DELETE FROM expectations WHERE chat = ? AND user_id = ? AND payload = ?");
  const keep = db.prepare("INSERT OR REPLACE INTO prompts VALUES (?, ?, ?, ?)");
  const prompt = db.prepare("SELECT payload FROM prompts WHERE chat = ? AND message_id = ?");
  const boundExpectations = prepareBound(db, "expectations");
  const boundPrompts = prepareBound(db, "prompts");
  return {
    expectNext(chat, userId, payload) {
      const at = now();
      const { lastInsertRowid } = expect.run(chat, userId, JSON.stringify(payload ?? null), at);
      boundExpectations(lastInsertRowid, at);
    },
    expectedNext: (chat, userId, since) => payloadOf(find.get(chat, userId, since.toISOString())),
    forgetNext: (chat, userId, payload) => void forget.run(chat, userId, JSON.stringify(payload ?? null)),
    keepPrompt(chat, messageId, payload) {
      const at = now();
      const { lastInsertRowid } = keep.run(chat, messageId, JSON.stringify(payload ?? null), at);
      boundPrompts(lastInsertRowid, at);
    },
    prompt: (chat, messageId) => payloadOf(prompt.get(chat, messageId)),
  };
}

function payloadOf(row: Row | undefined): unknown {
  return row === undefined ? null : JSON.parse(String(row.payload));
}
