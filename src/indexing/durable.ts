import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readdirSync, readSync, writeFileSync } from "node:fs";
import path from "node:path";

const HASH_CHUNK_BYTES = 1 << 20;

/** The files of a folder and the folder's own list of them are on the disk when this returns. */
export function syncFolder(folder: string): void {
  for (const name of readdirSync(folder)) sync(path.join(folder, name), "r+");
  syncFolderList(folder);
}

/** Makes a rename within the folder last. Windows has no such call and needs none. */
export function syncFolderList(folder: string): void {
  if (process.platform !== "win32") sync(folder, "r");
}

export function writeDurably(file: string, text: string): void {
  writeFileSync(file, text, { flush: true });
}

/** In hex; in pieces, because vector files may be larger than one read allows. */
export function sha256Of(file: string): string {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(HASH_CHUNK_BYTES);
  const handle = openSync(file, "r");
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}

function sync(file: string, flags: "r" | "r+"): void {
  const handle = openSync(file, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
