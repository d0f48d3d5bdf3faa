import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Writes beside the target and renames, so that a reader never sees half of it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
