import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Where snapshots lie: DATA_DIR/snapshots/<id>/, and DATA_DIR/current names the published one. */
const SNAPSHOT_ID = /^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$/;

export function snapshotsDir(dataDir: string): string {
  return path.join(dataDir, "snapshots");
}

export function snapshotDir(dataDir: string, id: string): string {
  return path.join(snapshotsDir(dataDir), id);
}

/** The published snapshot's id; null when there is none or the pointer holds anything else. */
export function readPointer(dataDir: string): string | null {
  try {
    const id = readFileSync(path.join(dataDir, "current"), "utf8").trim();
    return SNAPSHOT_ID.test(id) && existsSync(snapshotDir(dataDir, id)) ? id : null;
  } catch {
    return null;
  }
}

export function newSnapshotId(now: Date, corpusHash: string): string {
  return `${now.toISOString().replace(/[-:.]/g, "")}-${corpusHash.slice(0, 8)}`;
}

/** Renaming is the one step that readers see: before it they have the old snapshot whole, after it the new one. */
export function publish(dataDir: string, id: string): void {
  const pointer = path.join(dataDir, "current");
  writeDurably(`${pointer}.tmp`, `${id}\n`);
  renameSync(`${pointer}.tmp`, pointer);
  syncFolder(dataDir);
}

/** Keeps the published snapshot and the one before it, which running bots may still read. */
export function removeOldSnapshots(dataDir: string, current: string): void {
  const folders = readdirSync(snapshotsDir(dataDir)).sort();
  const whole = folders.filter((name) => SNAPSHOT_ID.test(name) && name !== current);
  const keep = new Set([current, whole.at(-1)]);
  for (const name of folders) if (!keep.has(name)) rmSync(path.join(snapshotsDir(dataDir), name), { recursive: true, force: true });
}

export function freshFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

export function syncFolder(folder: string): void {
  for (const name of ["", ...readdirSync(folder)]) {
    const handle = openSync(path.join(folder, name), "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}

export function writeDurably(file: string, text: string): void {
  writeFileSync(file, text, { flush: true });
}

export function sha256Of(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
