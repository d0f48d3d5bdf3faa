import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "../../src/adapters/system-clock.ts";
import { type BuildOptions, buildIndex, type IndexReport } from "../../src/indexing/build-index.ts";
import { openCurrentSnapshot } from "../../src/indexing/open-snapshot.ts";
import type { Snapshot } from "../../src/ports.ts";
import { type Models, snapshotIo } from "../../src/wiring.ts";
import type { Dataset } from "./dataset.ts";
import { type LocalSystem, localSystem } from "./local-system.ts";

/** Under this name in the index. */
const BESIDE = "beside";

export interface TemporaryIndex {
  readonly report: IndexReport;
  readonly snapshot: Snapshot;
  close(): void;
}

/** An index in a folder of its own, gone with `close`: for measurements. @throws AppError corpus, model-* */
export async function openTemporaryIndex(
  corpusDir: string,
  models: Models,
  options: Pick<BuildOptions, "skip" | "onProgress" | "load" | "split" | "others"> = {},
): Promise<TemporaryIndex> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-"));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const report = await buildIndex(
      {
        corpusDir,
        dataDir,
        embedder: models.embedder,
        referenceEncoder: models.encoder,
        clock: systemClock,
        ...options,
      },
      snapshotIo,
    );
    const snapshot = openCurrentSnapshot(dataDir, snapshotIo);
    const close = () => {
      snapshot.close();
      removeFolder();
    };
    return { report, snapshot, close };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/** The articles of a set, and those beside them. @throws AppError corpus, model-* */
export function openDataset(
  { articlesDir, files, beside }: Dataset,
  models: Models,
  options: Parameters<typeof openTemporaryIndex>[2] = {},
): Promise<LocalSystem> {
  const kept = new Set(files);
  const isBeside = (file: string) => file.startsWith(`${BESIDE}/`);
  return openEvaluationSystem(articlesDir, models, {
    ...options,
    skip: (file) => !kept.has(file) && !(beside !== null && isBeside(file)),
    others: beside === null ? [] : [{ prefix: BESIDE, folder: beside }],
  });
}

/** The bot's own retrieval and answering without a chat model. @throws AppError corpus, model-* */
export async function openEvaluationSystem(
  articlesDir: string,
  models: Models,
  options: Parameters<typeof openTemporaryIndex>[2],
): Promise<LocalSystem> {
  const { report, snapshot, close } = await openTemporaryIndex(articlesDir, models, options);
  return localSystem(snapshot, report, { ...models, chat: null }, close);
}
