import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { AppError } from "../errors.ts";

/** One writer at a time; a lock whose process is gone is taken over. @throws AppError corpus */
export async function withIndexLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "index.lock");
  acquire(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function acquire(file: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, "wx");
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return;
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    }
    const owner = ownerOf(file);
    if (owner !== null && isAlive(owner)) {
      throw new AppError("corpus", `Another indexing run (process ${owner}) is at work in ${path.dirname(file)}. Wait for it to end.`);
    }
    rmSync(file, { force: true });
  }
  throw new AppError("corpus", `The lock ${file} cannot be taken. Delete it if no indexing is running.`);
}

function ownerOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
