import { createHmac } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { VOTE_REASONS, type Vote } from "../../domain.ts";
import type { VoteStore } from "../../ports.ts";
import { toStoredReply } from "./reply-store.ts";
import type { Row } from "./rows.ts";

/** `now` gives ISO 8601. */
export function prepareVotes(db: DatabaseSync, now: () => string): VoteStore {
  const salt = saltOf(db);
  // Hashed together with the reply, so that one person's votes cannot be told from another's.
  const voterOf = (reply: number, userId: number) =>
    createHmac("sha256", salt).update(`${reply} ${userId}`).digest("hex");
  const cast = db.prepare(
    `INSERT INTO votes (reply, voter, kind, reason, at) SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM replies WHERE id = ?1)
     ON CONFLICT (reply, voter) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, at = excluded.at`,
  );
  const withdraw = db.prepare("DELETE FROM votes WHERE reply = ? AND voter = ?");
  const own = db.prepare("SELECT kind, reason FROM votes WHERE reply = ? AND voter = ?");
  const count = db.prepare("SELECT count(*) AS times FROM votes WHERE reply = ? AND kind = ?");
  const latest = db.prepare(
    `SELECT votes.id AS vote_id, votes.kind, votes.reason, votes.at AS voted_at, replies.* FROM votes
     JOIN replies ON replies.id = votes.reply ORDER BY votes.at DESC, votes.id DESC LIMIT ?`,
  );
  const countAll = db.prepare("SELECT count(*) AS times FROM votes WHERE kind = ?");
  const timesInAll = (kind: Vote["kind"]) => Number(countAll.get(kind)?.times);
  const times = (reply: number, kind: Vote["kind"]) => Number(count.get(reply, kind)?.times);
  return {
    vote(reply, userId, vote) {
      const voter = voterOf(reply, userId);
      if (vote === null) withdraw.run(reply, voter);
      else cast.run(reply, voter, vote.kind, vote.kind === "down" ? vote.reason : null, now());
    },
    ballot(reply, userId) {
      const row = own.get(reply, voterOf(reply, userId));
      return { own: row === undefined ? null : toVote(row), up: times(reply, "up"), down: times(reply, "down") };
    },
    voteCounts: () => ({ up: timesInAll("up"), down: timesInAll("down") }),
    votes: (limit) =>
      latest.all(limit).flatMap((row) => {
        const reply = toStoredReply(row);
        return reply === null ? [] : [{ id: Number(row.vote_id), vote: toVote(row), at: String(row.voted_at), reply }];
      }),
  };
}

function saltOf(db: DatabaseSync): Uint8Array {
  const salt = db.prepare("SELECT salt FROM salts WHERE name = 'voters'").get()?.salt;
  if (!(salt instanceof Uint8Array)) throw new Error("the state has lost the salt of its votes");
  return salt;
}

function toVote({ kind, reason }: Row): Vote {
  if (kind === "up") return { kind: "up" };
  return { kind: "down", reason: VOTE_REASONS.find((known) => known === reason) ?? null };
}
