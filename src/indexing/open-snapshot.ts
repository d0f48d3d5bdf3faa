import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "../errors.ts";
import type { Embedder, Manifest, Snapshot } from "../ports.ts";
import { calibratedVectors } from "./calibrated-vectors.ts";
import { sha256Of } from "./durable.ts";
import { MANIFEST_FILE, parseManifest } from "./manifest.ts";
import { pointerFile, readPointer, snapshotDir } from "./snapshot-folder.ts";
import type { SnapshotIo, SnapshotPassages } from "./snapshot-io.ts";

/** A snapshot as the next build sees it: with the hashes by which passages keep their vectors. */
export interface OpenSnapshot extends Snapshot {
  readonly store: SnapshotPassages;
}

/** @throws AppError no-index, index-broken */
export function openCurrentSnapshot(dataDir: string, io: SnapshotIo): OpenSnapshot {
  const id = readPointer(dataDir);
  if (id !== null) return openSnapshot(id, snapshotDir(dataDir, id), io);
  if (existsSync(pointerFile(dataDir))) {
    throw new AppError(
      "index-broken",
      `${pointerFile(dataDir)} names no index that is there. Run npm run index again.`,
    );
  }
  throw new AppError("no-index", `There is no index in ${dataDir} yet. Run npm run index -- --corpus DIR.`);
}

/** What the published snapshot says of itself, without opening it; null when there is none or it cannot be read. */
export function readCurrentManifest(dataDir: string): Manifest | null {
  const id = readPointer(dataDir);
  try {
    return id === null ? null : parseManifest(readText(path.join(snapshotDir(dataDir, id), MANIFEST_FILE)));
  } catch {
    return null;
  }
}

/** @throws AppError index-broken, naming the file */
export function openSnapshot(id: string, folder: string, io: SnapshotIo): OpenSnapshot {
  const manifest = parseManifest(readText(path.join(folder, MANIFEST_FILE)));
  for (const name of [io.passagesFile, io.vectorsFile]) checkFile(path.join(folder, name), manifest.checksums[name]);
  const plain = io.openVectors(folder);
  const store = io.openPassages(path.join(folder, io.passagesFile));
  const { calibration } = manifest.embedding;
  const vectors = calibration === null ? plain : calibratedVectors(plain, calibration, store);
  return { id, manifest, store, vectors, close: () => store.close() };
}

/** Vectors of two models must never meet. @throws AppError index-model */
export function requireEmbedder({ manifest }: Snapshot, embedder: Embedder): void {
  const indexed = manifest.embedding.fingerprint;
  if (indexed === embedder.fingerprint) return;
  throw new AppError(
    "index-model",
    `The index was made with the embedding model "${indexed}", but "${embedder.fingerprint}" is configured. Run npm run index -- --corpus "${manifest.corpusDir}" to make it anew, or set EMBEDDING_MODEL back.`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw damaged(file, error);
  }
}

function checkFile(file: string, expected: string | undefined): void {
  let found: string;
  try {
    found = sha256Of(file);
  } catch (error) {
    throw damaged(file, error);
  }
  if (found !== expected) throw damaged(file, null);
}

function damaged(file: string, cause: unknown): AppError {
  return new AppError("index-broken", `The index file ${file} is missing or damaged. Run npm run index again.`, {
    cause,
  });
}
