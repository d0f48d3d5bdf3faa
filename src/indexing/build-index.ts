import path from "node:path";
import { CLEANER_VERSION, type FileReport, type LoadedCorpus, loadCorpus } from "../articles/load.ts";
import type { Root } from "../articles/roots.ts";
import { SPLITTER_VERSION, splitPassages } from "../articles/split.ts";
import type { Article, Passage } from "../domain.ts";
import type { Calibration, Clock, Embedder, Manifest, SentenceEncoder } from "../ports.ts";
import { calibrate } from "./calibrate.ts";
import { type Embedded, embeddedText, embedPassages, hashOf } from "./embed-passages.ts";
import { openEndedReadings } from "./ended-readings.ts";
import { withIndexLock } from "./lock.ts";
import { FORMAT } from "./manifest.ts";
import { type OpenSnapshot, openCurrentSnapshot } from "./open-snapshot.ts";
import { newSnapshotId, publish, readPointer, removeOtherSnapshots, removeUnfinished } from "./snapshot-folder.ts";
import type { IndexedArticle, SnapshotIo } from "./snapshot-io.ts";
import { withoutSkipped } from "./without-skipped.ts";
import { type SnapshotContents, verifySnapshot, writeSnapshot } from "./write-snapshot.ts";

export interface BuildProgress {
  readonly stage: "read" | "embed" | "write" | "verify";
  readonly done: number;
  readonly total: number;
  readonly passages: number;
}

export interface BuildOptions {
  readonly corpusDir: string;
  /** Folders that are indexed together with it. */
  readonly others?: readonly Root[] | undefined;
  readonly dataDir: string;
  readonly embedder: Embedder;
  /** The encoder on whose scale fusion has its weights; another embedder's cosines are calibrated to it. */
  readonly referenceEncoder?: Pick<SentenceEncoder, "encode"> | undefined;
  readonly clock: Clock;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Called once with the cleaned articles and what was removed of them, also where nothing changed. */
  readonly onCorpus?: ((corpus: LoadedCorpus) => void) | undefined;
  /** Articles of these files are left out. */
  readonly skip?: ((sourcePath: string) => boolean) | undefined;
  /** How files become articles, and articles passages; measurements try others. */
  readonly load?: typeof loadCorpus | undefined;
  readonly split?: ((article: Article) => readonly Passage[]) | undefined;
}

export interface IndexReport {
  readonly snapshotId: string;
  /** False when nothing had changed and the old snapshot stays. */
  readonly published: boolean;
  readonly corpusDir: string;
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
  readonly embedded: number;
  readonly reused: number;
  readonly files: readonly FileReport[];
  readonly seconds: number;
}

type Outcome = Pick<IndexReport, "snapshotId" | "published" | "embedded" | "reused"> & {
  readonly counts: Manifest["counts"];
};

/**
 * Folder -> published snapshot. The old one stays in force until the new one was reopened and counted; passages whose
 * text did not change keep their vectors.
 * @throws AppError corpus, index-busy, model-*, embedding-dimensions, index-broken when it cannot be written
 */
export function buildIndex(options: BuildOptions, io: SnapshotIo): Promise<IndexReport> {
  return withIndexLock(options.dataDir, async () => {
    const startedAtMs = performance.now();
    const corpusDir = path.resolve(options.corpusDir);
    const corpus = await readCorpus(corpusDir, options);
    options.onCorpus?.(corpus);
    const { counts, ...outcome } = await update(corpus, corpusDir, options, io);
    const { articles, passages, sentences } = counts;
    const seconds = (performance.now() - startedAtMs) / 1000;
    return { ...outcome, corpusDir, articles, passages, sentences, files: corpus.report, seconds };
  });
}

async function readCorpus(
  corpusDir: string,
  { dataDir, onProgress, skip, others = [], load = loadCorpus }: BuildOptions,
): Promise<LoadedCorpus> {
  const onFile = (done: number, total: number) => onProgress?.({ stage: "read", done, total, passages: 0 });
  const corpus = await load(corpusDir, { onFile, others, ended: openEndedReadings(dataDir) });
  return skip === undefined ? corpus : withoutSkipped(corpus, skip);
}

async function update(
  corpus: LoadedCorpus,
  corpusDir: string,
  options: BuildOptions,
  io: SnapshotIo,
): Promise<Outcome> {
  removeUnfinished(options.dataDir);
  const old = openReusable(options, io);
  try {
    if (old !== null && isUnchanged(old.manifest, corpus, corpusDir)) {
      const { counts } = old.manifest;
      return { snapshotId: old.id, published: false, embedded: 0, reused: counts.passages, counts };
    }
    return await rebuild(corpus, corpusDir, old, options, io);
  } finally {
    old?.close();
  }
}

/** A missing, damaged or foreign old index only means that every passage is embedded anew. */
function openReusable({ dataDir, embedder }: BuildOptions, io: SnapshotIo): OpenSnapshot | null {
  try {
    const old = openCurrentSnapshot(dataDir, io);
    if (old.manifest.embedding.fingerprint === embedder.fingerprint) return old;
    old.close();
    return null;
  } catch {
    return null;
  }
}

function isUnchanged({ versions, ...old }: Manifest, corpus: LoadedCorpus, corpusDir: string): boolean {
  return (
    old.corpusHash === corpus.corpusHash &&
    old.corpusDir === corpusDir &&
    versions.cleaner === CLEANER_VERSION &&
    versions.splitter === SPLITTER_VERSION
  );
}

async function rebuild(
  corpus: LoadedCorpus,
  corpusDir: string,
  old: OpenSnapshot | null,
  options: BuildOptions,
  io: SnapshotIo,
): Promise<Outcome> {
  const { dataDir, embedder, clock } = options;
  const articles = splitAll(corpus, options.split ?? splitPassages);
  const passages = countPassages(articles);
  const tell = (stage: BuildProgress["stage"], done: number, total: number) =>
    options.onProgress?.({ stage, done, total, passages });

  const { vectors, embedded, reused } = await embedPassages(articles, old, embedder, (done, total) =>
    tell("embed", done, total),
  );
  const calibration = await calibrationOf(articles, vectors, options);
  const createdAt = clock.now();
  const snapshotId = newSnapshotId(createdAt);
  const contents: SnapshotContents = {
    articles,
    vectors,
    manifest: {
      format: FORMAT,
      createdAt: createdAt.toISOString(),
      corpusDir,
      corpusHash: corpus.corpusHash,
      embedding: { fingerprint: embedder.fingerprint, dimensions: embedder.dimensions, calibration },
      versions: { splitter: SPLITTER_VERSION, cleaner: CLEANER_VERSION },
      counts: { articles: articles.length, passages, sentences: countSentences(articles), vectors: vectors.length },
    },
  };

  tell("write", 0, 1);
  await writeSnapshot(snapshotId, dataDir, contents, io);
  tell("verify", 0, 1);
  verifySnapshot(snapshotId, dataDir, contents.manifest, io);
  const previous = readPointer(dataDir);
  publish(dataDir, snapshotId);
  removeOtherSnapshots(dataDir, [snapshotId, previous]);
  tell("verify", 1, 1);
  return { snapshotId, published: true, embedded, reused, counts: contents.manifest.counts };
}

/** The reference encoder itself needs no calibration. */
async function calibrationOf(
  articles: readonly IndexedArticle[],
  vectors: Embedded["vectors"],
  { embedder, referenceEncoder }: BuildOptions,
): Promise<Calibration | null> {
  if (referenceEncoder === undefined || referenceEncoder === (embedder as unknown)) return null;
  return calibrate(articles, vectors, embedder, referenceEncoder);
}

function splitAll(corpus: LoadedCorpus, split: (article: Article) => readonly Passage[]): IndexedArticle[] {
  return corpus.articles.map(({ article, removed }) => ({
    article,
    removed,
    passages: split(article).map((passage) => ({
      passage,
      embeddedHash: hashOf(embeddedText(article, passage)),
    })),
  }));
}

function countPassages(articles: readonly IndexedArticle[]): number {
  return articles.reduce((sum, { passages }) => sum + passages.length, 0);
}

function countSentences(articles: readonly IndexedArticle[]): number {
  return articles.flatMap(({ passages }) => passages).reduce((sum, { passage }) => sum + passage.sentences.length, 0);
}
