import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../errors.ts";
import { UnreadableFile } from "./parsed.ts";

const LARGEST_FILE_MB = 20;

/** Paths of all files under the folder, relative with forward slashes, sorted; hidden ones are left out. @throws AppError corpus */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    if (!(await stat(folder)).isDirectory())
      throw new AppError("corpus", `${folder} is not a folder. Name a folder of articles.`);
    return (await walk(folder, "")).sort();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "corpus",
      `The folder of articles ${folder} cannot be read (${detail}). Check CORPUS_DIR or --corpus; for a set, its articles folder or --articles.`,
      {
        cause: error,
      },
    );
  }
}

async function walk(root: string, under: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(path.join(root, under), { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    if (!entry.isDirectory()) found.push(name);
    else found.push(...(await walk(root, name).catch(() => [name])));
  }
  return found;
}

/** null when there is nothing at that path. */
export async function realPathOf(folder: string): Promise<string | null> {
  return realpath(folder).catch(() => null);
}

/** The bytes of one listed file. @throws UnreadableFile with the reason */
export async function readBytes(folder: string, name: string): Promise<Uint8Array> {
  const file = path.join(folder, name);
  try {
    if ((await lstat(file)).isSymbolicLink()) await refuseOutside(folder, file);
    const found = await stat(file);
    if (!found.isFile())
      throw new UnreadableFile(
        "unreadable",
        found.isDirectory() ? "a folder that cannot be opened or is linked" : "not a regular file",
      );
    if (found.size > LARGEST_FILE_MB * 1_000_000) {
      throw new UnreadableFile(
        "too-large",
        `${Math.ceil(found.size / 1_000_000)} MB, more than the ${LARGEST_FILE_MB} MB an article may have`,
      );
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("unreadable", `cannot be read (${codeOf(error)})`);
  }
}

async function refuseOutside(folder: string, file: string): Promise<void> {
  const inside = path.relative(await realpath(folder), await realpath(file));
  if (inside.startsWith("..") || path.isAbsolute(inside))
    throw new UnreadableFile("unreadable", "a symlink out of the folder");
}

function codeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
