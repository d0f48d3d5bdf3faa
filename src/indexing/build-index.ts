import { createHash } from "node:crypto";
import { mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { CLEANER_VERSION, type FileReport, type LoadedCorpus, loadCorpus } from "../articles/load.ts";
import { SPLITTER_VERSION, splitPassages } from "../articles/split.ts";
import type { Article, Passage, PassageId } from "../domain.ts";
import { AppError } from "../errors.ts";
import type { Clock, Embedder, Manifest, Snapshot } from "../ports.ts";
import { withIndexLock } from "./lock.ts";
import { FORMAT, MANIFEST_FILE } from "./manifest.ts";
import { openCurrentSnapshot, openSnapshot } from "./open-snapshot.ts";
import { freshFolder, newSnapshotId, publish, readPointer, removeOldSnapshots, sha256Of, snapshotDir, snapshotsDir, syncFolder, writeDurably } from "./snapshot-folder.ts";
import type { IndexedArticle, SnapshotIo } from "./snapshot-io.ts";

/** Passages a call to the embedder; small enough for progress, large enough for a server's batches. */
const EMBED_BATCH = 256;

export interface BuildProgress {
  readonly stage: "read" | "embed" | "write" | "verify";
  readonly done: number;
  readonly total: number;
  readonly passages: number;
}

export interface BuildOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Files left out as if they were not there. */
  readonly skip?: ((sourcePath: string) => boolean) | undefined;
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

/**
 * Folder -> published snapshot. The old one stays in force until the new one was reopened and counted; passages whose
 * text did not change keep their vectors.
 * @throws AppError corpus, model-*, embedding-dimensions
 */
export async function buildIndex(options: BuildOptions, io: SnapshotIo): Promise<IndexReport> {
  const startedAt = performance.now();
  const corpusDir = path.resolve(options.corpusDir);
  return withIndexLock(options.dataDir, async () => {
    const corpus = await readCorpus(corpusDir, options);
    const old = openOld(options, io);
    try {
      const done = (fields: Pick<IndexReport, "snapshotId" | "published" | "embedded" | "reused">, counts: Manifest["counts"]): IndexReport => ({
        ...fields,
        ...counts,
        corpusDir,
        files: corpus.report,
        seconds: (performance.now() - startedAt) / 1000,
      });
      if (old !== null && isUnchanged(old, corpus, corpusDir, options.embedder)) {
        return done({ snapshotId: old.id, published: false, embedded: 0, reused: old.manifest.counts.vectors }, old.manifest.counts);
      }
      const articles = splitAll(corpus);
      const { vectors, embedded, reused } = await embedAll(articles, old, options, io);
      const snapshot = writeSnapshot({ articles, vectors, corpus, corpusDir }, options, io);
      publish(options.dataDir, snapshot.id);
      removeOldSnapshots(options.dataDir, snapshot.id);
      return done({ snapshotId: snapshot.id, published: true, embedded, reused }, snapshot.counts);
    } finally {
      old?.close();
    }
  });
}

function readCorpus(corpusDir: string, { onProgress, skip }: BuildOptions): Promise<LoadedCorpus> {
  return loadCorpus(corpusDir, {
    onFile: (done, total) => onProgress?.({ stage: "read", done, total, passages: 0 }),
    ...(skip === undefined ? {} : { skip }),
  });
}

/** A damaged or missing old index only means that every passage is embedded again. */
function openOld({ dataDir, embedder }: BuildOptions, io: SnapshotIo): Snapshot | null {
  if (readPointer(dataDir) === null) return null;
  try {
    const snapshot = openCurrentSnapshot(dataDir, io);
    if (snapshot.manifest.embedding.fingerprint === embedder.fingerprint) return snapshot;
    snapshot.close();
    return null;
  } catch {
    return null;
  }
}

function isUnchanged({ manifest }: Snapshot, corpus: LoadedCorpus, corpusDir: string, embedder: Embedder): boolean {
  return (
    manifest.corpusHash === corpus.corpusHash &&
    manifest.corpusDir === corpusDir &&
    manifest.embedding.fingerprint === embedder.fingerprint &&
    manifest.versions.cleaner === CLEANER_VERSION &&
    manifest.versions.splitter === SPLITTER_VERSION
  );
}

function splitAll(corpus: LoadedCorpus): IndexedArticle[] {
  return corpus.articles.map(({ article, removed }) => ({
    article,
    removed,
    passages: splitPassages(article).map((passage) => ({ passage, embeddedHash: hashOf(embeddedText(article, passage)) })),
  }));
}

/** What is embedded for a passage: title and heading tell what its sentences leave out. */
function embeddedText(article: Article, passage: Passage): string {
  return [article.title, passage.heading, passage.text].filter((part) => part !== null).join("\n");
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

interface Embedded {
  readonly vectors: readonly { readonly id: PassageId; readonly vector: Float32Array }[];
  readonly embedded: number;
  readonly reused: number;
}

async function embedAll(articles: readonly IndexedArticle[], old: Snapshot | null, options: BuildOptions, io: SnapshotIo): Promise<Embedded> {
  const known = old === null ? new Map<string, Float32Array>() : knownVectors(old, options.dataDir, io);
  const all = articles.flatMap(({ article, passages }) => passages.map((each) => ({ ...each, article })));
  const fresh = all.filter(({ embeddedHash }) => !known.has(embeddedHash));
  for (let at = 0; at < fresh.length; at += EMBED_BATCH) {
    const batch = fresh.slice(at, at + EMBED_BATCH);
    const vectors = await options.embedder.embedPassages(batch.map(({ article, passage }) => embeddedText(article, passage)));
    for (const [index, { embeddedHash }] of batch.entries()) {
      const vector = vectors[index];
      if (vector != null) known.set(embeddedHash, vector);
    }
    options.onProgress?.({ stage: "embed", done: Math.min(fresh.length, at + EMBED_BATCH), total: fresh.length, passages: all.length });
  }
  const vectors = all.flatMap(({ passage, embeddedHash }) => {
    const vector = known.get(embeddedHash);
    return vector === undefined ? [] : [{ id: passage.id, vector }];
  });
  return { vectors, embedded: fresh.length, reused: all.length - fresh.length };
}

function knownVectors(old: Snapshot, dataDir: string, io: SnapshotIo): Map<string, Float32Array> {
  const passages = io.openPassages(path.join(snapshotDir(dataDir, old.id), io.passagesFile));
  try {
    const known = new Map<string, Float32Array>();
    for (const [hash, id] of passages.embeddedHashes()) {
      const vector = old.vectors.vector(id);
      if (vector !== null) known.set(hash, vector);
    }
    return known;
  } finally {
    passages.close();
  }
}

interface Contents {
  readonly articles: readonly IndexedArticle[];
  readonly vectors: Embedded["vectors"];
  readonly corpus: LoadedCorpus;
  readonly corpusDir: string;
}

function writeSnapshot(contents: Contents, options: BuildOptions, io: SnapshotIo): { readonly id: string; readonly counts: Manifest["counts"] } {
  const { articles, vectors, corpus, corpusDir } = contents;
  const passages = articles.reduce((sum, each) => sum + each.passages.length, 0);
  options.onProgress?.({ stage: "write", done: 0, total: 1, passages });
  const id = newSnapshotId(options.clock.now(), corpus.corpusHash);
  const folder = `${snapshotDir(options.dataDir, id)}.tmp`;
  mkdirSync(snapshotsDir(options.dataDir), { recursive: true });
  freshFolder(folder);
  io.writePassages(path.join(folder, io.passagesFile), articles);
  io.writeVectors(folder, vectors);
  const counts = {
    articles: articles.length,
    passages,
    sentences: articles.reduce((sum, each) => sum + each.passages.reduce((n, { passage }) => n + passage.sentences.length, 0), 0),
    vectors: vectors.length,
  };
  const manifest: Manifest = {
    format: FORMAT,
    createdAt: options.clock.now().toISOString(),
    corpusDir,
    corpusHash: corpus.corpusHash,
    embedding: { fingerprint: options.embedder.fingerprint, dimensions: options.embedder.dimensions },
    versions: { splitter: SPLITTER_VERSION, cleaner: CLEANER_VERSION },
    counts,
    checksums: Object.fromEntries([io.passagesFile, io.vectorsFile].map((name) => [name, sha256Of(path.join(folder, name))])),
  };
  writeDurably(path.join(folder, MANIFEST_FILE), JSON.stringify(manifest, null, 2));
  syncFolder(folder);
  renameSync(folder, snapshotDir(options.dataDir, id));
  options.onProgress?.({ stage: "verify", done: 0, total: 1, passages });
  verify(id, snapshotDir(options.dataDir, id), counts, io);
  return { id, counts };
}

function verify(id: string, folder: string, counts: Manifest["counts"], io: SnapshotIo): void {
  const snapshot = openSnapshot(id, folder, io);
  try {
    const facts = snapshot.store.facts();
    const found = `${facts.articles} articles, ${facts.passages} passages, ${snapshot.vectors.size} vectors`;
    const written = `${counts.articles} articles, ${counts.passages} passages, ${counts.vectors} vectors`;
    if (found !== written) throw new AppError("index-broken", `The new index holds ${found} instead of ${written}; the old one stays. Run npm run index again.`);
  } finally {
    snapshot.close();
  }
}
