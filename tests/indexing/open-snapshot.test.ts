import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openCurrentSnapshot, requireEmbedder } from "../../src/indexing/open-snapshot.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { aCorpus, countingEmbedder, io } from "./setup.ts";

async function built() {
  const corpus = aCorpus();
  const { snapshotId } = await corpus.build(countingEmbedder());
  return { ...corpus, file: (name: string) => path.join(corpus.dataDir, "snapshots", snapshotId, name) };
}

const refusal = (code: string, ...parts: readonly string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(parts.join(".*"), "s")) });

describe("opening the index", () => {
  it("says how to make one where there is none", () => {
    const nothing = refusal("no-index", "npm run index -- --corpus DIR");
    expect(() => openCurrentSnapshot(temporaryFolder(), io)).toThrow(nothing);
    expect(() => openCurrentSnapshot("/nowhere", io)).toThrow(nothing);
  });

  it.each(["", "../../etc", "20240511T080000000Z-00000000", "x\u0000y", "20240511T080000000Z-00000000/../.."])(
    "refuses a pointer that holds %j",
    async (pointer) => {
      const corpus = await built();
      writeFileSync(path.join(corpus.dataDir, "current"), pointer);
      expect(corpus.open).toThrow(refusal("index-broken", "current", "npm run index"));
    },
  );

  it.each(["passages.db", "index.pb"])("names %s when one bit of it is not as it was written", async (name) => {
    const corpus = await built();
    const bytes = readFileSync(corpus.file(name));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(corpus.file(name), bytes);
    expect(corpus.open).toThrow(refusal("index-broken", name, "npm run index"));
  });

  it.each(["passages.db", "index.pb", "manifest.json"])("names %s when it is missing", async (name) => {
    const corpus = await built();
    rmSync(corpus.file(name));
    expect(corpus.open).toThrow(refusal("index-broken", name, "npm run index"));
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, 40), ["manifest.json", "damaged"]],
    ["of another shape", () => '{"format":5,"counts":[]}', ["manifest.json", "damaged"]],
    [
      "without checksums",
      (text: string) => JSON.stringify({ ...JSON.parse(text), checksums: {} }),
      ["index file", "damaged"],
    ],
    ["of a newer program", () => '{"format":6,"new":true}', ["format 6", "reads format 5", "Update"]],
    ["of an older program", () => '{"format":3}', ["format 3", "npm run index"]],
  ])("refuses a manifest %s", async (_, change, parts) => {
    const corpus = await built();
    const file = corpus.file("manifest.json");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    expect(corpus.open).toThrow(refusal("index-broken", ...parts));
  });

  it("is not confused by other files beside it", async () => {
    const corpus = await built();
    mkdirSync(corpus.file("extra"));
    corpus.open().close();
  });
});

describe("the embedding model", () => {
  it("of the index is taken", async () => {
    const snapshot = (await built()).open();
    expect(() => requireEmbedder(snapshot, countingEmbedder())).not.toThrow();
    snapshot.close();
  });

  it("of another kind is refused, naming both and the command", async () => {
    const corpus = await built();
    const snapshot = corpus.open();
    expect(() => requireEmbedder(snapshot, countingEmbedder("other@9"))).toThrow(
      refusal("index-model", "counting@1", "other@9", `npm run index -- --corpus "${corpus.corpusDir}"`),
    );
    snapshot.close();
  });
});
