import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { BuildProgress } from "../../src/indexing/build-index.ts";
import { aCorpus, countingEmbedder, io } from "./setup.ts";

describe("indexing a folder", () => {
  it("publishes what it holds, and reports it", async () => {
    const corpus = aCorpus();
    corpus.write("empty.md", "");
    const embedder = countingEmbedder();
    const report = await corpus.build(embedder);
    expect(report).toMatchObject({
      published: true,
      articles: 3,
      passages: 3,
      embedded: 3,
      reused: 0,
      corpusDir: corpus.corpusDir,
    });
    expect(report.snapshotId).toBe(corpus.pointer());
    expect(report.files.map((file) => [file.path, file.outcome])).toEqual([
      ["bridge.md", "indexed"],
      ["empty.md", "skipped"],
      ["lamp.md", "indexed"],
      ["salt.md", "indexed"],
    ]);
    const snapshot = corpus.open();
    expect(snapshot.manifest.counts).toEqual({ articles: 3, passages: 3, sentences: report.sentences, vectors: 3 });
    expect(snapshot.manifest.embedding).toEqual({ fingerprint: "counting@1", dimensions: 3, calibration: null });
    expect(snapshot.store.searchTerms(["hertz"], 5)).toHaveLength(1);
    snapshot.close();
  });

  it("embeds title and text together", async () => {
    const embedder = countingEmbedder();
    await aCorpus().build(embedder);
    expect(embedder.texts.find((text) => text.startsWith("The bridge that sang\n"))).toContain("82 hertz");
  });

  it("tells its progress stage by stage", async () => {
    const seen: BuildProgress[] = [];
    await aCorpus().build(countingEmbedder(), { onProgress: (progress) => seen.push(progress) });
    expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(["read", "embed", "write", "verify"]);
    expect(seen.filter(({ stage }) => stage === "read").at(-1)).toMatchObject({ done: 3, total: 3 });
    expect(seen.at(-1)).toEqual({ stage: "verify", done: 1, total: 1, passages: 3 });
  });

  it("leaves out what is to be skipped, and does not take the smaller index for the whole one", async () => {
    const corpus = aCorpus();
    await corpus.build(countingEmbedder());
    const report = await corpus.build(countingEmbedder(), { skip: (file) => file === "salt.md" });
    expect([report.published, report.articles, report.embedded]).toEqual([true, 2, 0]);
    expect(report.files.map((file) => file.path)).toEqual(["bridge.md", "lamp.md"]);
    expect((await corpus.build(countingEmbedder())).articles).toBe(3);
    await expect(corpus.build(countingEmbedder(), { skip: () => true })).rejects.toMatchObject({ code: "corpus" });
  });
});

describe("indexing again", () => {
  it("an unchanged folder embeds nothing and publishes nothing", async () => {
    const corpus = aCorpus();
    const first = await corpus.build(countingEmbedder());
    const embedder = countingEmbedder();
    expect(await corpus.build(embedder)).toMatchObject({
      published: false,
      snapshotId: first.snapshotId,
      embedded: 0,
      reused: 3,
      articles: 3,
    });
    expect(embedder.texts).toEqual([]);
    expect(corpus.snapshots()).toEqual([first.snapshotId]);
  });

  it("embeds only the article that changed, and gives the others the vectors they had", async () => {
    const corpus = aCorpus();
    await corpus.build(countingEmbedder());
    corpus.edit("salt.md", "boiled from brine", "mined");
    const embedder = countingEmbedder();
    expect(await corpus.build(embedder)).toMatchObject({ published: true, embedded: 1, reused: 2 });
    expect(embedder.texts).toEqual([expect.stringContaining("mined")]);
    const reused = corpus.open();
    const [card] = reused.store.findByTitle("bridge that sang", 1);
    const [passage] = card === undefined ? [] : reused.store.passagesOf(card.id);
    const [expected] = await countingEmbedder().embedPassages([`${card?.title}\n${passage?.text}`]);
    expect(passage && reused.vectors.vector(passage.id)).toEqual(expected);
    reused.close();
  });

  it("forgets an article that is gone", async () => {
    const corpus = aCorpus();
    await corpus.build(countingEmbedder());
    corpus.remove("salt.md");
    expect(await corpus.build(countingEmbedder())).toMatchObject({ published: true, articles: 2, embedded: 0 });
    expect(corpus.titles()).toEqual(["The bridge that sang", "路灯的历史"]);
  });

  it("does not ask twice about a text that has no direction", async () => {
    const corpus = aCorpus();
    corpus.write("odd.md", "---\ntitle: wordless\n---\nHere is a line of text that the model does not know.\n");
    expect(await corpus.build(countingEmbedder())).toMatchObject({ passages: 4, embedded: 4 });
    corpus.remove("salt.md");
    expect(await corpus.build(countingEmbedder())).toMatchObject({ passages: 3, embedded: 0, reused: 3 });
    const snapshot = corpus.open();
    expect(snapshot.manifest.counts.vectors).toBe(2);
    snapshot.close();
  });

  it("with another embedding model embeds everything", async () => {
    const corpus = aCorpus();
    await corpus.build(countingEmbedder("old@1"));
    expect(await corpus.build(countingEmbedder("new@1"))).toMatchObject({ published: true, embedded: 3, reused: 0 });
  });

  it("over a damaged index makes a whole one", async () => {
    const corpus = aCorpus();
    const { snapshotId } = await corpus.build(countingEmbedder());
    writeFileSync(path.join(corpus.dataDir, "snapshots", snapshotId, io.vectorsFile), "damaged");
    expect(() => corpus.open()).toThrow(expect.objectContaining({ code: "index-broken" }));
    expect(await corpus.build(countingEmbedder())).toMatchObject({ published: true, embedded: 3 });
    expect(corpus.titles()).toHaveLength(3);
  });

  it("keeps the snapshot before the new one, and none older", async () => {
    const corpus = aCorpus();
    const ids: string[] = [];
    for (const year of ["1900", "1901", "1902"]) {
      corpus.write("salt.md", `---\ntitle: Salt\n---\nSalt was taxed in ${year}, and then again.\n`);
      ids.push((await corpus.build(countingEmbedder())).snapshotId);
    }
    expect(corpus.snapshots()).toEqual(ids.slice(1).sort());
  });
});

describe("a run that fails leaves the old index in force", () => {
  const full = () => {
    throw new Error("ENOSPC: no space left on device");
  };
  const wrongVectors = (vectors: (Float32Array | null)[]) => ({
    ...countingEmbedder(),
    embedPassages: async () => vectors,
  });

  it.each([
    [
      "disk full while writing passages",
      {},
      { writePassages: full },
      { code: "index-broken", message: /no space left.*old one/s },
    ],
    [
      "disk full while writing vectors",
      {},
      { writeVectors: full },
      { code: "index-broken", message: /no space left.*old one/s },
    ],
    [
      "vectors lost on the way",
      {},
      { writeVectors: (folder: string) => io.writeVectors(folder, []) },
      { code: "index-broken", message: /0 vectors instead of/ },
    ],
    [
      "articles lost on the way",
      {},
      { writePassages: (file: string) => io.writePassages(file, []) },
      { code: "index-broken", message: /0 articles/ },
    ],
    ["too few vectors", { embedder: wrongVectors([]) }, {}, { code: "model-answer", message: /0 vectors for 1 texts/ }],
    [
      "vectors of wrong length",
      { embedder: wrongVectors([new Float32Array(4)]) },
      {},
      { code: "embedding-dimensions", message: /4 dimensions instead of 3/ },
    ],
    [
      "vectors that are no numbers",
      { embedder: wrongVectors([Float32Array.of(1, Number.NaN, 0)]) },
      {},
      { code: "model-answer", message: /no numbers/ },
    ],
  ])("%s", async (_, options, changedIo, { code, message }) => {
    const corpus = aCorpus();
    const { snapshotId } = await corpus.build(countingEmbedder());
    corpus.edit("salt.md", "A short history of salt", "Salt anew");
    const failing = corpus.build(countingEmbedder(), options, changedIo);
    await expect(failing).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect([corpus.pointer(), corpus.snapshots()]).toEqual([snapshotId, [snapshotId]]);
    expect(corpus.titles()).toContain("A short history of salt");
    expect(await corpus.build(countingEmbedder())).toMatchObject({ published: true, embedded: 1 });
    expect(corpus.titles()).toContain("Salt anew");
  });

  it("killed before publishing: what it left is ignored, and removed by later runs", async () => {
    const corpus = aCorpus();
    const { snapshotId } = await corpus.build(countingEmbedder());
    const orphan = "20990101T000000000Z-0badcafe";
    for (const name of [`${orphan}.tmp`, orphan]) mkdirSync(path.join(corpus.dataDir, "snapshots", name));
    expect(corpus.titles()).toHaveLength(3);
    expect((await corpus.build(countingEmbedder())).published).toBe(false);
    expect(corpus.snapshots()).toEqual([snapshotId, orphan].sort());
    corpus.remove("salt.md");
    const next = await corpus.build(countingEmbedder());
    expect(corpus.snapshots()).toEqual([snapshotId, next.snapshotId].sort());
  });
});

describe("two indexers", () => {
  const lock = (dataDir: string) => path.join(dataDir, "index.lock");
  const plant = (dataDir: string, text: string) => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(lock(dataDir), text);
  };

  it("the second is told that the first is at work, and may run after it", async () => {
    const corpus = aCorpus();
    const first = corpus.build(countingEmbedder());
    const told = { code: "index-busy", message: expect.stringContaining(`process ${process.pid}`) };
    await expect(corpus.build(countingEmbedder())).rejects.toMatchObject(told);
    expect(readFileSync(lock(corpus.dataDir), "utf8")).toBe(String(process.pid));
    expect((await first).published).toBe(true);
    expect((await corpus.build(countingEmbedder())).published).toBe(false);
    expect(existsSync(lock(corpus.dataDir))).toBe(false);
  });

  it("waits for another living process", async () => {
    const corpus = aCorpus();
    plant(corpus.dataDir, String(process.ppid));
    await expect(corpus.build(countingEmbedder())).rejects.toMatchObject({ code: "index-busy" });
    expect(readFileSync(lock(corpus.dataDir), "utf8")).toBe(String(process.ppid));
  });

  it.each([
    ["of a process that is gone", "4194304000"],
    ["of an earlier process with our number", String(process.pid)],
    ["without a number", ""],
    ["with anything else", "-1; rm"],
  ])("a lock %s is taken over", async (_, text) => {
    const corpus = aCorpus();
    plant(corpus.dataDir, text);
    expect((await corpus.build(countingEmbedder())).published).toBe(true);
    expect(existsSync(lock(corpus.dataDir))).toBe(false);
  });

  it("a failed run gives its lock back", async () => {
    const corpus = aCorpus();
    await expect(corpus.build(countingEmbedder(), { corpusDir: "/nowhere" })).rejects.toMatchObject({ code: "corpus" });
    expect(existsSync(lock(corpus.dataDir))).toBe(false);
  });
});
