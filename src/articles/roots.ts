import path from "node:path";
import { listFiles, realPathOf } from "./files.ts";

/** A second folder of articles; its files are named `<prefix>/<path>`, so that no two share a name. */
export interface Root {
  readonly prefix: string;
  readonly folder: string;
}

export interface ListedFile {
  /** The name used in articles and reports. */
  readonly name: string;
  readonly folder: string;
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
}

/**
 * The files of the main folder, then those of the others, each sorted. Another folder may be missing, or lie inside the
 * main one: its files count once. @throws AppError corpus when the main folder cannot be read
 */
export async function listRoots(main: string, others: readonly Root[]): Promise<readonly ListedFile[]> {
  const listed: ListedFile[] = (await listFiles(main)).map((file) => ({ name: file, folder: main, path: file }));
  for (const { prefix, folder } of others) {
    const real = await realPathOf(folder);
    if (real === null) continue;
    const inMain = path.relative((await realPathOf(main)) ?? main, real).replaceAll(path.sep, "/");
    const own = (await listFiles(folder)).map((file) => ({ name: `${prefix}/${file}`, folder, path: file }));
    const elsewhere = listed.filter((file) => file.folder !== main || !isUnder(file.path, inMain));
    listed.splice(0, listed.length, ...elsewhere, ...own);
  }
  return listed;
}

/** Both relative to the main folder; an empty folder name is the main folder itself. */
const isUnder = (file: string, folder: string): boolean => folder === "" || file.startsWith(`${folder}/`);
