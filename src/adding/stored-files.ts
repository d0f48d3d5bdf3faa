import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { storedName, tagOf } from "../articles/stored-name.ts";
import { AppError } from "../errors.ts";
import { syncFolderList } from "../indexing/durable.ts";
import type { KeptFile, NewArticle } from "./additions.ts";

/** Puts the file under its final name whole or not at all, and on the disk before it returns. @throws AppError adding */
export function keepFile(folder: string, { name, extension, bytes }: NewArticle): KeptFile {
  try {
    mkdirSync(folder, { recursive: true });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const twin = readdirSync(folder).find((file) => tagOf(file) === sha256.slice(0, 12));
    if (twin !== undefined) return { file: twin, state: "there" };
    const file = storedName(name, sha256, extension);
    writeWhole(folder, file, bytes);
    return { file, state: "new" };
  } catch (error) {
    throw notKept(folder, error);
  }
}

/** How many of these files there were. Names that no `keepFile` gave are left alone. */
export function removeFiles(folder: string, files: readonly string[]): number {
  const there = new Set(folderList(folder));
  const own = files.filter((file) => there.has(file) && tagOf(file) !== null);
  for (const file of own) rmSync(path.join(folder, file), { force: true });
  if (own.length > 0) syncFolderList(folder);
  return own.length;
}

/** A hidden file is no article, so what a killed program leaves behind is never indexed. */
function writeWhole(folder: string, file: string, bytes: Uint8Array): void {
  const unfinished = path.join(folder, `.${file}.${process.pid}`);
  try {
    writeFileSync(unfinished, bytes, { flush: true });
    linkSync(unfinished, path.join(folder, file));
  } finally {
    rmSync(unfinished, { force: true });
  }
  syncFolderList(folder);
}

function folderList(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function notKept(folder: string, cause: unknown): AppError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    "adding",
    `The article cannot be written to ${folder} (${detail}). Check the free space and the rights there.`,
    { cause },
  );
}
