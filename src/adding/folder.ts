import path from "node:path";
import type { Root } from "../articles/roots.ts";

const PREFIX = "chat";

/** Where articles added from a chat lie. */
export function addedFolder(dataDir: string): string {
  return path.join(dataDir, "articles");
}

/** That folder as one to index. */
export function addedRoot(dataDir: string): Root {
  return { prefix: PREFIX, folder: addedFolder(dataDir) };
}

/** The name under which reports and articles carry a file of that folder. */
export const sourcePathOf = (file: string): string => `${PREFIX}/${file}`;

/** The file of that folder behind such a name; null for one of another folder. */
export const addedFileOf = (sourcePath: string): string | null =>
  sourcePath.startsWith(`${PREFIX}/`) ? sourcePath.slice(PREFIX.length + 1) : null;
