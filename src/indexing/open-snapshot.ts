import { readFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "../errors.ts";
import type { Embedder, Snapshot } from "../ports.ts";
import { MANIFEST_FILE, parseManifest } from "./manifest.ts";
import { readPointer, sha256Of, snapshotDir } from "./snapshot-folder.ts";
import type { SnapshotIo } from "./snapshot-io.ts";

/** @throws AppError no-index, index-broken */
export function openCurrentSnapshot(dataDir: string, io: SnapshotIo): Snapshot {
  const id = readPointer(dataDir);
  if (id === null) throw new AppError("no-index", `There is no index in ${dataDir} yet. Run npm run index -- --corpus DIR.`);
  return openSnapshot(id, snapshotDir(dataDir, id), io);
}

/** @throws AppError index-broken, naming the file */
export function openSnapshot(id: string, folder: string, io: SnapshotIo): Snapshot {
  const manifest = parseManifest(readText(path.join(folder, MANIFEST_FILE)));
  for (const [name, expected] of Object.entries(manifest.checksums)) checkFile(path.join(folder, name), expected);
  const store = io.openPassages(path.join(folder, io.passagesFile));
  const vectors = io.openVectors(folder);
  return { id, manifest, store, vectors, close: () => store.close() };
}

/** Vectors of two models must never meet. @throws AppError index-model */
export function requireEmbedder(snapshot: Snapshot, embedder: Embedder): void {
  const indexed = snapshot.manifest.embedding.fingerprint;
  if (indexed === embedder.fingerprint) return;
  throw new AppError(
    "index-model",
    `The index was made with the embedding model "${indexed}", but "${embedder.fingerprint}" is configured. Run npm run index -- --corpus "${snapshot.manifest.corpusDir}" to make it anew, or set EMBEDDING_MODEL back.`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw damaged(file);
  }
}

function checkFile(file: string, expected: string): void {
  let found: string;
  try {
    found = sha256Of(file);
  } catch {
    throw damaged(file);
  }
  if (found !== expected) throw damaged(file);
}

function damaged(file: string): AppError {
  return new AppError("index-broken", `The index file ${path.basename(file)} is missing or damaged. Run npm run index again.`);
}
