import { writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openStateStore } from "../../../src/adapters/sqlite/state-store.ts";
import type { Clock } from "../../../src/ports.ts";
import { accessStoreContract } from "../../contracts/access-store.ts";
import { additionStoreContract } from "../../contracts/addition-store.ts";
import { expectationStoreContract } from "../../contracts/expectation-store.ts";
import { reply, replyStoreContract } from "../../contracts/reply-store.ts";
import { stateStoreContract } from "../../contracts/state-store.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const clock = { now: () => new Date(0) };
/** The tables as earlier programs left them. */
const FIRST_VERSION = `
  CREATE TABLE allowed_users (user_id INTEGER PRIMARY KEY, name TEXT) STRICT;
  CREATE TABLE turns (id INTEGER PRIMARY KEY, chat TEXT, question TEXT, answer TEXT, at TEXT);
  CREATE TABLE resets (chat TEXT PRIMARY KEY, last_turn INTEGER);
  CREATE TABLE buttons (key TEXT PRIMARY KEY, chat TEXT, payload TEXT, at TEXT);
  CREATE TABLE gaps (
    normalised TEXT, language TEXT, question TEXT, reason TEXT, times INTEGER, last_at TEXT, PRIMARY KEY (normalised, language)
  );
  INSERT INTO allowed_users VALUES (7, 'Ann'), (9, NULL);
  PRAGMA user_version = 1;`;
const SECOND_VERSION = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE allowed_groups (chat_id INTEGER PRIMARY KEY, title TEXT) STRICT;
  INSERT INTO settings VALUES ('owner', '42'), ('pairing', '{"hash":"a","until":1}');
  INSERT INTO allowed_groups VALUES (-5, 'Readers');
  PRAGMA user_version = 2;`;

const inNewFolder = () => {
  const file = path.join(temporaryFolder(), "new", "state.db");
  return { open: (given: Clock) => openStateStore(file, given) };
};

stateStoreContract("The SQLite state store", inNewFolder);
additionStoreContract("The SQLite state store", inNewFolder);
accessStoreContract("The SQLite state store", inNewFolder);
replyStoreContract("The SQLite state store", inNewFolder);
expectationStoreContract("The SQLite state store", inNewFolder);

describe("the state file", () => {
  it("is shared by two programs at once", () => {
    const file = path.join(temporaryFolder(), "state.db");
    const bot = openStateStore(file, clock);
    const terminal = openStateStore(file, clock);
    terminal.allow(1, "Ann");
    bot.appendTurn("a", { question: "q", answer: "", read: "q", claims: [] });
    expect([bot.permissions().length, terminal.turns("a", 1).length]).toEqual([1, 1]);
    bot.close();
    terminal.close();
  });

  it.each([
    { name: "first", tables: FIRST_VERSION, owner: null, groups: [] },
    {
      name: "second",
      tables: `${FIRST_VERSION} ${SECOND_VERSION}`,
      owner: 42,
      groups: [{ id: -5, name: "Readers", verdict: "allowed" }],
    },
  ])("of the $name version keeps whom it allowed", ({ tables, owner, groups }) => {
    const file = path.join(temporaryFolder(), "state.db");
    const older = new DatabaseSync(file);
    older.exec(tables);
    older.close();
    const store = openStateStore(file, clock);
    expect(store.permissions()).toEqual([
      ...groups,
      { id: 7, name: "Ann", verdict: "allowed" },
      { id: 9, name: null, verdict: "allowed" },
    ]);
    expect(store.owner()).toBe(owner);
    store.close();
  });

  it("says nowhere who voted, and skips a reply that this program cannot read", () => {
    const file = path.join(temporaryFolder(), "state.db");
    const person = 8_123_456_789;
    const store = openStateStore(file, clock);
    const [one = 0, two = 0] = ["one", "two"].map((question) => store.keepReply("a", "a", reply(question)));
    for (const id of [one, two]) store.vote(id, person, { kind: "up" });
    store.close();
    const db = new DatabaseSync(file);
    const rows = db.prepare("SELECT * FROM votes").all();
    db.exec(`UPDATE replies SET reply = '{"kind":"sung"}' WHERE id = ${one}`);
    db.close();
    expect(new Set(rows.map(({ voter }) => voter)).size).toBe(2);
    expect(JSON.stringify(rows)).not.toContain(String(person));
    const again = openStateStore(file, clock);
    expect([again.reply("a", one), again.conversation("a").replies.length, again.votes(5).length]).toEqual([
      null,
      1,
      1,
    ]);
    again.close();
  });

  it("of a newer program is refused and left as it is", () => {
    const file = path.join(temporaryFolder(), "state.db");
    const newer = new DatabaseSync(file);
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    const refused = expect.objectContaining({ code: "config", message: expect.stringContaining("version 99") });
    expect(() => openStateStore(file, clock)).toThrow(refused);
    expect(() => openStateStore(file, clock)).toThrow(refused);
  });

  it("that is no database is told with its path", () => {
    const file = path.join(temporaryFolder(), "state.db");
    writeFileSync(file, "something else entirely ".repeat(100));
    expect(() => openStateStore(file, clock)).toThrow(
      expect.objectContaining({ code: "config", message: expect.stringContaining(file) }),
    );
  });
});
