import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "../errors.ts";

/** Locks of this process: its own number in a file means a lock only while it is in here. */
const held = new Set<string>();

/** One writer at a time; a lock whose process is gone is taken over. @throws AppError index-busy while another one writes */
export async function withIndexLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(path.resolve(dataDir), "index.lock");
  acquire(file);
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

function acquire(file: string): void {
  if (tryToTake(file)) return;
  const owner = ownerOf(file);
  if (owner !== null && isAtWork(owner, file)) throw busy(file, `process ${owner}`);
  setAside(file, owner);
  if (!tryToTake(file)) throw busy(file, "another process");
}

/** The lock appears whole or not at all, so that nobody reads one without its number and takes it for abandoned. */
function tryToTake(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Only one of several takers can rename the stale lock; what was renamed is given back if it is not the stale one. */
function setAside(file: string, owner: number | null): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (ownerOf(aside) !== owner) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function ownerOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAtWork(pid: number, file: string): boolean {
  if (pid === process.pid) return held.has(file);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function busy(file: string, who: string): AppError {
  return new AppError(
    "index-busy",
    `Another indexing run (${who}) is at work in ${path.dirname(file)}. Wait for it to end; if none is running, delete ${file}.`,
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
