import type { DatabaseSync } from "node:sqlite";
import type { Language } from "../../domain.ts";
import type { AccessStore, Pairing, Permission } from "../../ports.ts";

/** `now` gives ISO 8601, which sorts as text. */
export function prepareAccess(db: DatabaseSync, now: () => string): AccessStore {
  return {
    ...preparePermissions(db),
    ...preparePairing(db, now),
    ...prepareTries(db, now),
    ...prepareRequests(db, now),
    ...prepareLanguages(db),
  };
}

function preparePermissions(
  db: DatabaseSync,
): Pick<AccessStore, "allow" | "deny" | "permission" | "permissions" | "movePermission"> {
  const keep = db.prepare("INSERT OR REPLACE INTO permissions VALUES (?, ?, ?)");
  const find = db.prepare("SELECT verdict FROM permissions WHERE id = ?");
  const all = db.prepare("SELECT * FROM permissions ORDER BY verdict, id");
  const move = db.prepare("UPDATE OR REPLACE permissions SET id = ?2 WHERE id = ?1");
  return {
    allow: (id, name) => void keep.run(id, name, "allowed"),
    deny: (id, name) => void keep.run(id, name, "denied"),
    permission: (id) => (find.get(id)?.verdict ?? null) as Permission["verdict"] | null,
    permissions: () =>
      all.all().map((row) => ({
        id: Number(row.id),
        name: row.name === null ? null : String(row.name),
        verdict: String(row.verdict) as Permission["verdict"],
      })),
    movePermission: (from, to) => void move.run(from, to),
  };
}

function preparePairing(
  db: DatabaseSync,
  now: () => string,
): Pick<AccessStore, "owner" | "keepPairing" | "pairing" | "becomeOwner" | "closePairing"> {
  const keep = db.prepare("INSERT OR REPLACE INTO pairing VALUES (1, ?, ?, ?, 'open')");
  const find = db.prepare("SELECT * FROM pairing");
  const close = db.prepare(
    "UPDATE pairing SET status = 'closed' WHERE hash = ? AND status = 'open' AND expires_at > ?",
  );
  const setOwner = db.prepare("INSERT OR REPLACE INTO owner VALUES (1, ?)");
  const owner = db.prepare("SELECT user_id FROM owner");
  const closePairing = (hash: string) => close.run(hash, now()).changes === 1;
  return {
    keepPairing: ({ salt, hash, expiresAt }) => void keep.run(salt, hash, expiresAt),
    pairing() {
      const row = find.get();
      if (row === undefined) return null;
      const status = String(row.status) as Pairing["status"];
      return { salt: String(row.salt), hash: String(row.hash), expiresAt: String(row.expires_at), status };
    },
    closePairing,
    becomeOwner: (userId, hash) =>
      inOneStep(db, () => {
        const isFirst = closePairing(hash);
        if (isFirst) setOwner.run(userId);
        return isFirst;
      }),
    owner() {
      const row = owner.get();
      return row === undefined ? null : Number(row.user_id);
    },
  };
}

function prepareTries(db: DatabaseSync, now: () => string): Pick<AccessStore, "countPairingTry"> {
  const forget = db.prepare("DELETE FROM pairing_tries WHERE at <= ?");
  const count = db.prepare(
    "INSERT INTO pairing_tries SELECT ?1, ?2 WHERE (SELECT count(*) FROM pairing_tries WHERE user_id = ?1) < ?3",
  );
  return {
    countPairingTry(userId, most, since) {
      forget.run(since.toISOString());
      return count.run(userId, now(), most).changes === 1;
    },
  };
}

function prepareRequests(db: DatabaseSync, now: () => string): Pick<AccessStore, "openRequest" | "closeRequest"> {
  const open = db.prepare(
    `INSERT INTO access_requests VALUES (?1, 'waiting', ?2)
     ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict, at = excluded.at WHERE at <= ?3`,
  );
  const find = db.prepare("SELECT verdict FROM access_requests WHERE id = ?");
  const deny = db.prepare(
    "UPDATE access_requests SET verdict = 'denied', at = ?2 WHERE id = ?1 AND verdict = 'waiting'",
  );
  const remove = db.prepare("DELETE FROM access_requests WHERE id = ? AND verdict = 'waiting'");
  return {
    openRequest(id, since) {
      if (open.run(id, now(), since.toISOString()).changes === 1) return "opened";
      return find.get(id)?.verdict === "denied" ? "denied" : "waiting";
    },
    closeRequest: (id, outcome) => (outcome === "denied" ? deny.run(id, now()) : remove.run(id)).changes === 1,
  };
}

function prepareLanguages(db: DatabaseSync): Pick<AccessStore, "keepLanguage" | "language"> {
  const keep = db.prepare("INSERT OR REPLACE INTO languages VALUES (?, ?)");
  const find = db.prepare("SELECT language FROM languages WHERE user_id = ?");
  return {
    keepLanguage: (userId, language) => void keep.run(userId, language),
    language: (userId) => (find.get(userId)?.language ?? null) as Language | null,
  };
}

/** Two programs at once: the second waits for the first, and then sees what it did. */
function inOneStep<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}
