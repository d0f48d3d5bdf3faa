import { realpathSync } from "node:fs";
import path from "node:path";
import type { LoadedCorpus } from "../src/articles/load.ts";
import { AppError } from "../src/errors.ts";
import { reportPage } from "../src/reporting/page.ts";
import { writeWhole } from "../tools/evaluation/write-file.ts";

/** Refused before anything is done. @throws AppError usage */
export function checkReportFile(file: string, corpusDir: string): void {
  if (!/\.html?$/i.test(file))
    throw new AppError("usage", `--report must name an .html file, not "${file}". For example --report report.html.`);
  if (isInside(path.resolve(file), realPath(corpusDir)) || isInside(realPath(path.dirname(file)), realPath(corpusDir)))
    throw new AppError(
      "usage",
      `The report ${file} would lie among the articles in ${corpusDir} and be indexed as one. Name a file outside it.`,
    );
}

/** Writes the page whole or not at all. @throws AppError usage when it cannot be written */
export async function writeReport(file: string, corpus: LoadedCorpus, corpusDir: string): Promise<void> {
  const shown = path.relative(".", corpusDir);
  const folder = shown === "" || shown.startsWith("..") || path.isAbsolute(shown) ? corpusDir : shown;
  try {
    await writeWhole(file, reportPage(corpus, { folder, madeAt: new Date() }));
  } catch (cause) {
    const detail = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new AppError(
      "usage",
      `The report ${file} cannot be written (${detail}). The index is in use all the same; name another file with --report.`,
      { cause },
    );
  }
}

function isInside(file: string, folder: string): boolean {
  const inside = path.relative(folder, file);
  return inside === "" || !(inside.startsWith("..") || path.isAbsolute(inside));
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
