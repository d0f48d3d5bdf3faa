import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { aCorpus, countingEmbedder } from "./setup.ts";

const source = (file: string) => JSON.stringify(path.join(import.meta.dirname, "../../src", file));

/** A program that indexes the folder and is killed by the system where `io` says, without any chance to tidy up. */
function indexAndDie(corpusDir: string, dataDir: string, dyingIo: string) {
  const script = `
    import { openPassageStore as openPassages } from ${source("adapters/sqlite/passage-store.ts")};
    import { writePassages } from ${source("adapters/sqlite/write-passages.ts")};
    import { INDEX_FILE as vectorsFile, openVectors } from ${source("adapters/vectra/vector-index.ts")};
    import { writeVectors } from ${source("adapters/vectra/write-vectors.ts")};
    import { buildIndex } from ${source("indexing/build-index.ts")};
    const die = () => process.kill(process.pid, "SIGKILL");
    const opened = []; // the old index first, then the new one
    const io = { passagesFile: "passages.db", vectorsFile, writePassages, writeVectors, openPassages, openVectors };
    const embedder = { fingerprint: "other@1", dimensions: 1, embedPassages: async (texts) => texts.map(() => Float32Array.of(1)) };
    const options = { corpusDir: ${JSON.stringify(corpusDir)}, dataDir: ${JSON.stringify(dataDir)}, embedder, clock: { now: () => new Date() } };
    await buildIndex(options, { ...io, ...${dyingIo} });`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
}

it.each([
  ["before anything is written", "{ writePassages: die }"],
  ["between the two files", "{ writeVectors: die }"],
  ["after both files, before the rename", "{ async writeVectors(...given) { await writeVectors(...given); die(); } }"],
  [
    "after the rename, before publishing",
    "{ openVectors: (folder) => (opened.push(folder) === 2 ? die() : openVectors(folder)) }",
  ],
])("killed %s: the old index answers, the next run tidies up", async (_, dyingIo) => {
  const corpus = aCorpus();
  const { snapshotId } = await corpus.build(countingEmbedder());
  const { signal, stderr } = indexAndDie(corpus.corpusDir, corpus.dataDir, dyingIo);
  expect(signal, stderr).toBe("SIGKILL");
  expect(existsSync(path.join(corpus.dataDir, "index.lock"))).toBe(true);
  expect(corpus.snapshots()).toHaveLength(2);
  expect([corpus.pointer(), corpus.titles().length]).toEqual([snapshotId, 3]);

  corpus.remove("salt.md");
  const next = await corpus.build(countingEmbedder());
  expect(next).toMatchObject({ published: true, embedded: 0, articles: 2 });
  expect(corpus.snapshots()).toEqual([snapshotId, next.snapshotId].sort());
  expect(existsSync(path.join(corpus.dataDir, "index.lock"))).toBe(false);
});
