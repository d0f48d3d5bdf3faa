import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { writePassages } from "../../src/adapters/sqlite/write-passages.ts";
import { INDEX_FILE, openVectors } from "../../src/adapters/vectra/vector-index.ts";
import { writeVectors } from "../../src/adapters/vectra/write-vectors.ts";
import { type BuildOptions, buildIndex } from "../../src/indexing/build-index.ts";
import { openCurrentSnapshot } from "../../src/indexing/open-snapshot.ts";
import type { SnapshotIo } from "../../src/indexing/snapshot-io.ts";
import type { Embedder } from "../../src/ports.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

export const io: SnapshotIo = {
  passagesFile: "passages.db",
  vectorsFile: INDEX_FILE,
  writePassages,
  writeVectors,
  openPassages: openPassageStore,
  openVectors,
};

export interface CountingEmbedder extends Embedder {
  readonly texts: string[];
}

/** Three dimensions by length and letters; a text with "wordless" has no direction. */
export function countingEmbedder(fingerprint = "counting@1"): CountingEmbedder {
  const texts: string[] = [];
  const encode = (text: string) => {
    if (text.includes("wordless")) return null;
    const vector = Float32Array.of(text.length % 17, text.charCodeAt(0) % 23, 1);
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  };
  return {
    fingerprint,
    dimensions: 3,
    texts,
    embedPassages: async (batch) => {
      texts.push(...batch);
      return batch.map(encode);
    },
    embedQuery: async (text) => encode(text),
  };
}

const ARTICLES = {
  "bridge.md": `---\ntitle: The bridge that sang\ndate: 2024-03-01\n---\nThe bridge was opened in spring. People walked across it for days.\n\nIts cables hum in the wind. Engineers measured the tone at 82 hertz.\n`,
  "salt.md": `---\ntitle: A short history of salt\ndate: 2023-07-10\n---\nSalt was traded along rivers. Towns grew where it was boiled from brine.\n`,
  "lamp.md": `---\ntitle: 路灯的历史\ndate: 2023-01-05\n---\n第一批煤气路灯在河边点亮。居民晚上也出门散步。\n\n后来城市改用电灯。维护的费用下降了一半。\n`,
};

/** A corpus of three articles and an empty data folder. */
export function aCorpus() {
  const root = temporaryFolder();
  const corpusDir = path.join(root, "articles");
  const dataDir = path.join(root, "data");
  const file = (name: string) => path.join(corpusDir, name);
  mkdirSync(corpusDir);
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(file(name), text);
  return {
    corpusDir,
    dataDir,
    write: (name: string, text: string) => writeFileSync(file(name), text),
    edit: (name: string, from: string, to: string) =>
      writeFileSync(file(name), readFileSync(file(name), "utf8").replace(from, to)),
    remove: (name: string) => rmSync(file(name)),
    build: (embedder: Embedder, change: Partial<BuildOptions> = {}, changedIo: Partial<SnapshotIo> = {}) =>
      buildIndex(
        { corpusDir, dataDir, embedder, clock: { now: () => new Date("2024-05-11T08:00:00Z") }, ...change },
        { ...io, ...changedIo },
      ),
    /** Folders under snapshots, sorted. */
    snapshots: () => readdirSync(path.join(dataDir, "snapshots")).sort(),
    pointer: () => readFileSync(path.join(dataDir, "current"), "utf8").trim(),
    open: () => openCurrentSnapshot(dataDir, io),
    /** Titles in the published index, newest first. */
    titles() {
      const snapshot = openCurrentSnapshot(dataDir, io);
      try {
        return snapshot.store.list(0, 100).map(({ title }) => title);
      } finally {
        snapshot.close();
      }
    },
  };
}
