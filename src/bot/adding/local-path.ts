import path from "node:path";

/**
 * Where a server of one's own that runs with --local has put a file: as an absolute path, in a folder that begins with the
 * bot's id (https://github.com/tdlib/telegram-bot-api#usage). null for the usual relative path, and for what lies elsewhere.
 */
export interface LocalPath {
  readonly absolute: string;
  /** Beneath the bot's folder, as a web server in front of it names the file. */
  readonly relative: string;
}

export function readLocalPath(filePath: string, token: string): LocalPath | null {
  if (!path.posix.isAbsolute(filePath) && !path.win32.isAbsolute(filePath)) return null;
  const segments = filePath.split(/[\\/]/);
  const folder = segments.findIndex((segment) => segment.split(/[:~]/)[0] === token.split(":")[0]);
  if (folder === -1 || segments.includes("..")) return null;
  return { absolute: filePath, relative: segments.slice(folder + 1).join("/") };
}
