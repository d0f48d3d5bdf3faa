import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { StateStore } from "../../ports.ts";
import { prepareBound } from "./bound.ts";

const KEY_BYTES = 12;

/** A key is random, so that nobody can guess it, and counts only in the chat it was made for. `now` gives ISO 8601. */
export function prepareButtons(db: DatabaseSync, now: () => string): Pick<StateStore, "keepButton" | "button"> {
  const keep = db.prepare("INSERT INTO buttons VALUES (?, ?, ?, ?)");
  const find = db.prepare("SELECT payload FROM buttons WHERE chat = ? AND key = ?");
  const bound = prepareBound(db, "buttons");
  return {
    keepButton(chat, payload) {
      const key = randomBytes(KEY_BYTES).toString("base64url");
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
