import type { DatabaseSync } from "node:sqlite";
import type { StoredReply } from "../../domain.ts";
import type { ReplyStore } from "../../ports.ts";
import { parseReply } from "./kept-reply.ts";
import type { Row } from "./rows.ts";

const KEPT_A_CHAT = 200;
const MOST_KEPT_WITH_VOTED = 1_000;

/** `now` gives ISO 8601. */
export function prepareReplies(db: DatabaseSync, now: () => string): ReplyStore {
  const keep = db.prepare("INSERT INTO replies (chat, conversation, reply, at) VALUES (?, ?, ?, ?)");
  const count = db.prepare(
    `INSERT INTO conversations (chat, last_turn, replies) VALUES (?, 0, 1)
     ON CONFLICT (chat) DO UPDATE SET replies = replies + 1`,
  );
  const counted = db.prepare("SELECT replies FROM conversations WHERE chat = ?");
  const trim = db.prepare(
    `DELETE FROM replies WHERE chat = ?1 AND id <= ${newestBeyond("?2", "?1")}
     AND (id <= ${newestBeyond("?3", "?1")} OR id NOT IN (SELECT reply FROM votes))`,
  );
  const find = db.prepare("SELECT * FROM replies WHERE chat = ? AND id = ?");
  const ofConversation = db.prepare(
    `SELECT * FROM replies WHERE conversation = ?1
     AND id > coalesce((SELECT last_reply FROM conversations WHERE chat = ?1), 0)
     AND id > ${newestBeyond("?2", "(SELECT chat FROM replies WHERE conversation = ?1 LIMIT 1)")} ORDER BY id`,
  );
  return {
    keepReply(chat, conversation, reply) {
      const { lastInsertRowid } = keep.run(chat, conversation, JSON.stringify(reply), now());
      count.run(conversation);
      trim.run(chat, KEPT_A_CHAT, MOST_KEPT_WITH_VOTED);
      return Number(lastInsertRowid);
    },
    reply(chat, id) {
      const row = find.get(chat, id);
      return row === undefined ? null : toStoredReply(row);
    },
    conversation(name) {
      const replies = ofConversation.all(name, KEPT_A_CHAT).flatMap((row) => toStoredReply(row) ?? []);
      return { replies, lost: Math.max(0, Number(counted.get(name)?.replies ?? 0) - replies.length) };
    },
  };
}

/** null for what cannot be read, as after a return to an older program. */
export function toStoredReply({ id, at, reply: json }: Row): StoredReply | null {
  const reply = parseReply(String(json));
  return reply === null ? null : { id: Number(id), at: String(at), reply };
}

/** Number of the newest reply of the chat that is one too many; 0 while there are no more than that. */
const newestBeyond = (kept: string, chat: string) =>
  `coalesce((SELECT id FROM replies WHERE chat = ${chat} ORDER BY id DESC LIMIT 1 OFFSET ${kept}), 0)`;
