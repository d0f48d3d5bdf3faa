import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../../errors.ts";
import type { Clock, StateStore } from "../../ports.ts";
import { prepareAccess } from "./access-store.ts";
import { prepareAdditions } from "./addition-store.ts";
import { prepareButtons } from "./button-store.ts";
import { prepareDigests } from "./digest-store.ts";
import { prepareExams } from "./exam-store.ts";
import { prepareExpectations } from "./expectation-store.ts";
import { prepareGaps } from "./gap-store.ts";
import { migrate } from "./migrations.ts";
import { prepareOutcomes } from "./outcome-store.ts";
import { prepareReplies } from "./reply-store.ts";
import { prepareTurns } from "./turn-store.ts";
import { prepareVotes } from "./vote-store.ts";

/** Makes the file and its folder where they are missing. @throws AppError config when it cannot be opened */
export function openStateStore(file: string, clock: Clock): StateStore {
  const db = openDatabase(file);
  const now = () => clock.now().toISOString();
  return {
    ...prepareTurns(db, now),
    ...prepareAccess(db, now),
    ...prepareAdditions(db, now),
    ...prepareExpectations(db, now),
    ...prepareButtons(db, now),
    ...prepareGaps(db, now),
    ...prepareReplies(db, now),
    ...prepareVotes(db, now),
    ...prepareOutcomes(db, now),
    ...prepareDigests(db),
    ...prepareExams(db, now),
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
