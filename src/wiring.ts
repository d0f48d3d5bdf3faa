import path from "node:path";
import { createFetch } from "./adapters/network/outbound-fetch.ts";
import { createChatModel } from "./adapters/openai/chat-model.ts";
import { createRemoteEmbedder } from "./adapters/openai/embedder.ts";
import { openPassageStore } from "./adapters/sqlite/passage-store.ts";
import { openStateStore } from "./adapters/sqlite/state-store.ts";
import { writePassages } from "./adapters/sqlite/write-passages.ts";
import { createStaticEmbedder } from "./adapters/static-table/static-embedder.ts";
import { systemClock } from "./adapters/system-clock.ts";
import { createEntailmentModel } from "./adapters/transformers/entailment-model.ts";
import { INDEX_FILE, openVectors } from "./adapters/vectra/vector-index.ts";
import { writeVectors } from "./adapters/vectra/write-vectors.ts";
import { createPageFetcher } from "./adapters/web/fetch-page.ts";
import type { Additions } from "./adding/additions.ts";
import { type IndexJob, indexInChildProcess } from "./adding/child-indexer.ts";
import { createAdditions } from "./adding/create-additions.ts";
import { type Finding, findingsIn } from "./adding/findings.ts";
import { addedFolder, addedRoot } from "./adding/folder.ts";
import { createEntailmentJudge } from "./answering/entailment-judge.ts";
import { type ExaminedJudge, examinedJudge } from "./answering/exam/examined-judge.ts";
import { createJudge } from "./answering/judge.ts";
import type { LoadedCorpus } from "./articles/load.ts";
import type { Config } from "./config.ts";
import { type BuildProgress, buildIndex, type IndexReport } from "./indexing/build-index.ts";
import { followSnapshots } from "./indexing/follow-snapshots.ts";
import { openCurrentSnapshot, readCurrentManifest, requireEmbedder } from "./indexing/open-snapshot.ts";
import { readPointer } from "./indexing/snapshot-folder.ts";
import type { SnapshotIo } from "./indexing/snapshot-io.ts";
import { createLibrary } from "./library/create-library.ts";
import type { IndexFacts, Library } from "./library/library.ts";
import type { Embedder, Fetch, Logger, SentenceEncoder, Snapshot, StateStore } from "./ports.ts";
import { downloadProgress } from "./terminal/download-progress.ts";

export const snapshotIo: SnapshotIo = {
  passagesFile: "passages.db",
  vectorsFile: INDEX_FILE,
  writePassages,
  writeVectors,
  openPassages: openPassageStore,
  openVectors,
};

export interface Models {
  readonly embedder: Embedder;
  readonly encoder: SentenceEncoder;
}

/** The way to Telegram and to model servers. */
export function openNetwork(config: Pick<Config, "proxies">): Fetch {
  return createFetch(config.proxies);
}

/** @throws AppError model-*, embedding-dimensions when a remote embedder is configured */
export async function openModels(config: Config): Promise<Models> {
  const builtIn = builtInModels();
  return config.embedding === null
    ? builtIn
    : { ...builtIn, embedder: await createRemoteEmbedder(config.embedding, openNetwork(config)) };
}

/** What works without any key. */
export function builtInModels(): Models {
  const table = createStaticEmbedder();
  return { encoder: table, embedder: table };
}

/** The folder to index, beside the articles added from chats: --corpus or CORPUS_DIR, else the one the index was made from, else the sample. */
export function corpusDirOf(config: Config): string {
  if (config.corpusDirGiven === "set") return config.corpusDir;
  return readCurrentManifest(config.dataDir)?.corpusDir ?? config.corpusDir;
}

/** Indexes the folder together with the articles added from chats. @throws AppError as buildIndex */
export function indexCorpus(
  config: Config,
  models: Models,
  corpusDir: string,
  onProgress?: (progress: BuildProgress) => void,
  onCorpus?: (corpus: LoadedCorpus) => void,
): Promise<IndexReport> {
  return buildIndex(
    {
      corpusDir,
      others: [addedRoot(config.dataDir)],
      dataDir: config.dataDir,
      embedder: models.embedder,
      referenceEncoder: models.encoder,
      clock: systemClock,
      onProgress,
      onCorpus,
    },
    snapshotIo,
  );
}

/** Indexes in this process, and tells what became of these files. @throws AppError as indexCorpus */
export async function indexInThisProcess({ config, corpusDir, sourcePaths }: IndexJob): Promise<readonly Finding[]> {
  const read = Promise.withResolvers<LoadedCorpus>();
  await indexCorpus(config, await openModels(config), corpusDir, undefined, read.resolve);
  return findingsIn(await read.promise, sourcePaths);
}

/** Shared by all programs that use the same DATA_DIR, at once too. @throws AppError config */
export function openState(config: Config): StateStore {
  return openStateStore(path.join(config.dataDir, "state.db"), systemClock);
}

/** What the published index holds; null while there is none. @throws AppError index-broken */
export function indexFacts(config: Config): IndexFacts | null {
  if (readCurrentManifest(config.dataDir) === null) return null;
  const { manifest, store, close } = openCurrentSnapshot(config.dataDir, snapshotIo);
  const facts = { ...store.facts(), embedder: manifest.embedding.fingerprint };
  close();
  return facts;
}

export interface OpenLibrary {
  readonly library: Library;
  readonly additions: Additions;
  readonly state: StateStore;
  readonly judge: ExaminedJudge | null;
  close(): void;
}

/** `index` is what is done for articles that come from chats. @throws AppError no-index, index-broken, index-model */
export function openLibrary(
  config: Config,
  models: Models,
  logger: Logger,
  index: (job: IndexJob, signal: AbortSignal) => Promise<readonly Finding[]> = indexInChildProcess,
): OpenLibrary {
  const snapshots = followSnapshots(
    () => readPointer(config.dataDir),
    () => openMatching(config.dataDir, models.embedder),
    (error) => logger.warn("the new index cannot be used; the old one stays in use", { error: String(error) }),
  );
  snapshots.acquire().release();
  const state = openState(config);
  const chat = config.chat === null ? null : createChatModel(config.chat, openNetwork(config));
  const judge = openJudge(config, state, logger);
  const { timeZone } = config;
  const library = createLibrary({ snapshots, ...models, chat, judge, state, clock: systemClock, timeZone });
  const ending = new AbortController();
  const additions = createAdditions({
    ...models,
    snapshots,
    chat,
    clock: systemClock,
    folder: addedFolder(config.dataDir),
    fetchPage: config.fetchLinks === "on" ? createPageFetcher() : null,
    run: (sourcePaths) => index({ config, corpusDir: corpusDirOf(config), sourcePaths }, ending.signal),
  });
  return {
    library,
    additions,
    state,
    judge,
    close() {
      ending.abort();
      snapshots.close();
      state.close();
    },
  };
}

/** null where none is set. It is asked nothing yet, and a local one is not loaded. */
export function openJudge(config: Config, state: StateStore, logger: Logger): ExaminedJudge | null {
  const { chat, judge } = config;
  if (chat === null || judge === null) return null;
  const onFailure = (error: unknown) =>
    logger.warn("the judge gave no answer; claims were shown by the checks alone", { error: String(error) });
  if (judge.kind === "local") {
    const cacheDir = path.join(config.dataDir, "models");
    const onDownload = downloadProgress(process.stderr);
    const model = createEntailmentModel({ model: judge.model, cacheDir, fetch: openNetwork(config), onDownload });
    return examinedJudge(createEntailmentJudge(model, { onFailure }), state);
  }
  const { model, baseUrl, apiKey, timeoutMs } = judge;
  const asked = createChatModel({ ...chat, model, baseUrl, apiKey }, openNetwork(config));
  return examinedJudge(createJudge(asked, { timeoutMs, onFailure }), state);
}

function openMatching(dataDir: string, embedder: Embedder): Snapshot {
  const snapshot = openCurrentSnapshot(dataDir, snapshotIo);
  try {
    requireEmbedder(snapshot, embedder);
    return snapshot;
  } catch (error) {
    snapshot.close();
    throw error;
  }
}
