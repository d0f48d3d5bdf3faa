import { writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openStateStore } from "../../../src/adapters/sqlite/state-store.ts";
import { stateStoreContract } from "../../contracts/state-store.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const clock = { now: () => new Date(0) };

stateStoreContract("The SQLite state store", () => {
  const file = path.join(temporaryFolder(), "new", "state.db");
  return { open: (given) => openStateStore(file, given) };
});

describe("the state file", () => {
  it("is shared by two programs at once", () => {
    const file = path.join(temporaryFolder(), "state.db");
    const bot = openStateStore(file, clock);
    const terminal = openStateStore(file, clock);
    terminal.allow(1, "Ann");
    bot.appendTurn("a", { question: "q", answer: "" });
    expect([bot.allowedUsers().length, terminal.turns("a", 1).length]).toEqual([1, 1]);
    bot.close();
    terminal.close();
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
