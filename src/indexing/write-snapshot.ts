import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { AppError } from "../errors.ts";
import type { Manifest } from "../ports.ts";
import { sha256Of, syncFolder, syncFolderList, writeDurably } from "./durable.ts";
import type { Embedded } from "./embed-passages.ts";
import { MANIFEST_FILE } from "./manifest.ts";
import { openSnapshot } from "./open-snapshot.ts";
import { snapshotDir, snapshotsDir } from "./snapshot-folder.ts";
import type { IndexedArticle, SnapshotIo } from "./snapshot-io.ts";

export interface SnapshotContents {
  readonly articles: readonly IndexedArticle[];
  readonly vectors: Embedded["vectors"];
  readonly manifest: Omit<Manifest, "checksums">;
}

/** Writes all files beside the published snapshots, on the disk and under its final name, but published to nobody. */
export async function writeSnapshot(
  id: string,
  dataDir: string,
  contents: SnapshotContents,
  io: SnapshotIo,
): Promise<void> {
  const folder = snapshotDir(dataDir, id);
  const unfinished = `${folder}.tmp`;
  try {
    mkdirSync(unfinished, { recursive: true });
    io.writePassages(path.join(unfinished, io.passagesFile), contents.articles);
    await io.writeVectors(unfinished, contents.vectors);
    writeDurably(path.join(unfinished, MANIFEST_FILE), JSON.stringify(manifestOf(unfinished, contents, io), null, 2));
    syncFolder(unfinished);
    renameSync(unfinished, folder);
    syncFolderList(snapshotsDir(dataDir));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error instanceof AppError ? error : notWritten(dataDir, error);
  }
}

/** Reads the snapshot back as a bot would; removes it when it is not what was written. @throws AppError index-broken */
export function verifySnapshot(
  id: string,
  dataDir: string,
  { counts }: Omit<Manifest, "checksums">,
  io: SnapshotIo,
): void {
  const folder = snapshotDir(dataDir, id);
  try {
    const found = countsIn(id, folder, io);
    if (found !== told(counts)) {
      throw new AppError(
        "index-broken",
        `The new index holds ${found} instead of ${told(counts)}; the old one stays. Run npm run index again.`,
      );
    }
  } catch (error) {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function manifestOf(folder: string, { manifest }: SnapshotContents, io: SnapshotIo): Manifest {
  const names = [io.passagesFile, io.vectorsFile];
  return { ...manifest, checksums: Object.fromEntries(names.map((name) => [name, sha256Of(path.join(folder, name))])) };
}

function countsIn(id: string, folder: string, io: SnapshotIo): string {
  const { store, vectors, close } = openSnapshot(id, folder, io);
  try {
    return told({ ...store.facts(), sentences: store.sentences(), vectors: vectors.size });
  } finally {
    close();
  }
}

function told({ articles, passages, sentences, vectors }: Manifest["counts"]): string {
  return `${articles} articles, ${passages} passages, ${sentences} sentences, ${vectors} vectors`;
}

function notWritten(dataDir: string, cause: unknown): AppError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    "index-broken",
    `The new index cannot be written to ${dataDir} (${detail}); the old one, if any, stays in use. Check the free space and the rights there, then run npm run index again.`,
    { cause },
  );
}
