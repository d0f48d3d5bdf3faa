import type { ArticleId } from "../domain.ts";
import type { SnapshotFollower } from "../indexing/follow-snapshots.ts";
import { whileBusy } from "../indexing/while-busy.ts";
import type { PageFetcher } from "../ports.ts";
import type { Additions, KeptFile, Outcome } from "./additions.ts";
import { IndexCrash } from "./child-indexer.ts";
import type { Finding } from "./findings.ts";
import { addedFileOf, sourcePathOf } from "./folder.ts";
import { queueIndexing, type RunIndexing } from "./index-queue.ts";
import { type IntroduceDeps, introduce } from "./introduce.ts";
import { keepFile, removeFiles } from "./stored-files.ts";

/** While another program indexes. */
const LONGEST_WAIT_MS = 120_000;

export interface AdditionsDeps extends IntroduceDeps {
  /** Where added articles lie. */
  readonly folder: string;
  readonly snapshots: SnapshotFollower;
  readonly run: RunIndexing;
  readonly fetchPage: PageFetcher | null;
}

/** What a chat adds: files in a folder of their own, indexed together with the rest. */
export function createAdditions(deps: AdditionsDeps): Additions {
  const { folder, snapshots } = deps;
  const indexed = queueIndexing(async (sourcePaths) => {
    const findings = await whileBusy(() => deps.run(sourcePaths), LONGEST_WAIT_MS);
    snapshots.refresh();
    return findings;
  });

  return {
    fetchPage: deps.fetchPage,
    keep: async (article) => keepFile(folder, article),
    async index(files) {
      const findings = await findingsOf(files, folder, indexed);
      const outcomes = files.map((file, index) => outcomeOf(file, findings[index]));
      const useless = files.filter((_, index) => !isArticle(findings[index])).map(({ file }) => file);
      if (useless.length > 0) removeFiles(folder, useless);
      return outcomes;
    },
    introduce: (article: ArticleId, signal) => introduce(article, deps, signal),
    async remove(files) {
      if (removeFiles(folder, files) === 0) return "gone";
      await indexed([]);
      return "removed";
    },
    findByUrl(url) {
      const lease = snapshots.acquire();
      try {
        return lease.snapshot.store.findByUrl(url);
      } finally {
        lease.release();
      }
    },
  };
}

/** A file that brings the indexing down would bring it down at every start: those that came just now go. */
async function findingsOf(
  files: readonly KeptFile[],
  folder: string,
  indexed: RunIndexing,
): Promise<readonly Finding[]> {
  try {
    return await indexed(files.map(({ file }) => sourcePathOf(file)));
  } catch (error) {
    if (!(error instanceof IndexCrash)) throw error;
    removeFiles(
      folder,
      files.filter(({ state }) => state === "new").map(({ file }) => file),
    );
    return files.map(() => ({ kind: "refused", refusal: "unreadable" }));
  }
}

const isArticle = (finding: Finding | undefined): boolean => finding?.kind === "indexed";

function outcomeOf({ file, state }: KeptFile, finding: Finding | undefined): Outcome {
  switch (finding?.kind) {
    case "indexed":
      return state === "new"
        ? { kind: "added", article: finding.article }
        : { kind: "there", article: finding.article, file };
    case "duplicate":
      return { kind: "there", article: finding.article, file: addedFileOf(finding.sourcePath) };
    case "refused":
      return finding;
    default:
      return { kind: "refused", refusal: "unreadable" };
  }
}
