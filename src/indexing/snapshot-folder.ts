import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { syncFolderList, writeDurably } from "./durable.ts";

/** Where snapshots lie: DATA_DIR/snapshots/<id>/, and DATA_DIR/current names the published one. */
const SNAPSHOT_ID = /^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$/;

export function snapshotsDir(dataDir: string): string {
  return path.join(dataDir, "snapshots");
}

export function snapshotDir(dataDir: string, id: string): string {
  return path.join(snapshotsDir(dataDir), id);
}

export function pointerFile(dataDir: string): string {
  return path.join(dataDir, "current");
}

/** The published snapshot's id; null when there is none or the pointer holds anything else. */
export function readPointer(dataDir: string): string | null {
  try {
    const id = readFileSync(pointerFile(dataDir), "utf8").trim();
    return SNAPSHOT_ID.test(id) && existsSync(snapshotDir(dataDir, id)) ? id : null;
  } catch {
    return null;
  }
}

/** Sorts by time; the random end keeps two of one millisecond apart. */
export function newSnapshotId(now: Date): string {
  return `${now.toISOString().replace(/[-:.]/g, "")}-${randomBytes(4).toString("hex")}`;
}

/** Renaming is the one step that readers see: before it they have the old snapshot whole, after it the new one. */
export function publish(dataDir: string, id: string): void {
  const pointer = pointerFile(dataDir);
  writeDurably(`${pointer}.tmp`, `${id}\n`);
  renameSync(`${pointer}.tmp`, pointer);
  syncFolderList(dataDir);
}

/** What a killed run was still writing. Only for who holds the lock. */
export function removeUnfinished(dataDir: string): void {
  removeWhere(dataDir, (name) => name.endsWith(".tmp"));
}

/** Keeps the named ones: the published snapshot and the one before it, which running bots may still read. */
export function removeOtherSnapshots(dataDir: string, keep: readonly (string | null)[]): void {
  removeWhere(dataDir, (name) => !keep.includes(name));
}

function removeWhere(dataDir: string, isGone: (name: string) => boolean): void {
  const folder = snapshotsDir(dataDir);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter(isGone)) removeIfFree(path.join(folder, name));
}

/** Windows refuses while a bot still reads the files; then the next run removes them. */
function removeIfFree(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "EPERM" || error.code === "EBUSY"))) throw error;
  }
}
