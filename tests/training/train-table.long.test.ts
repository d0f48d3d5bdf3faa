import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createStaticEmbedder } from "../../src/adapters/static-table/static-embedder.ts";
import { readStaticTable } from "../../src/adapters/static-table/table.ts";
import { tokenise } from "../../src/adapters/static-table/tokenise.ts";
import { installPython } from "../support/python.ts";
import { DICTIONARY, sentencePairs } from "./sentence-pairs.ts";

const SCRIPT = path.join(import.meta.dirname, "..", "..", "scripts", "train-table");
const HELD_BACK = 60;

const installed = installPython(["--requirement", path.join(SCRIPT, "requirements.txt")]);
if ("missing" in installed) console.warn(`skipped: ${installed.missing}`);

interface Reference {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly vector: readonly number[];
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

describe.skipIf("missing" in installed)("the training of the static table, with the real teacher", () => {
  if ("missing" in installed) return;
  const { python } = installed;
  afterAll(python.remove);

  const run = (...args: readonly string[]) =>
    spawnSync(python.program("python"), ["-m", ...args], {
      cwd: SCRIPT,
      encoding: "utf8",
      // Waiting threads that spin would steal time from other tests.
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", OMP_WAIT_POLICY: "passive" },
    });
  const [sources, work, out] = ["sources", "work", "table"].map((name) => path.join(python.folder, name)) as [
    string,
    string,
    string,
  ];
  const pairs = sentencePairs();
  const heldBack = pairs.slice(0, HELD_BACK);

  const train = () => {
    mkdirSync(sources);
    writeFileSync(path.join(sources, "cedict_ts.u8"), DICTIONARY);
    const lines = pairs.slice(HELD_BACK).map(({ english, chinese }) => `${english}\t${chinese}\tour own\n`);
    writeFileSync(path.join(sources, "cmn.txt"), lines.join(""));
    const prepared = run("train_table", "prepare", "--sources", sources, "--work", work);
    const sizes = ["--english", "500", "--chinese", "500", "--characters", "400", "--pieces", "60"];
    const options = [...sizes, "--dimensions", "128", "--epochs", "40"];
    const trained = run("train_table", "train", "--work", work, "--out", out, ...options);
    return { prepared, trained };
  };

  const readTrained = () => {
    const sha256 = (name: string) =>
      createHash("sha256")
        .update(readFileSync(path.join(out, name)))
        .digest("hex");
    return readStaticTable(out, { table: sha256("table.bin"), vocabulary: sha256("vocab.txt") });
  };

  it("its own tests pass, and --help shows examples", () => {
    const tests = run("unittest");
    expect(tests.status, tests.stderr).toBe(0);
    expect(run("train_table", "--help").stdout).toMatch(/examples\n +python -m train_table prepare/);
  });

  it("refuses wrong options and missing sources in one line", () => {
    const missing = run("train_table", "prepare", "--sources", path.join(python.folder, "nowhere"), "--work", work);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toMatch(/^.*nowhere.*cedict_ts\.u8 is missing\. README\.md says where to fetch it\.\n$/);
    const odd = run("train_table", "train", "--work", work, "--out", out, "--dimensions", "385");
    expect(odd.status).toBe(2);
    expect(odd.stderr).toContain('"385" is not an even number of at most 384');
  });

  it("makes a table that comes closer to the teacher than it started", () => {
    const { prepared, trained } = train();
    expect(prepared.status, prepared.stderr).toBe(0);
    expect(prepared.stdout).toMatch(/not there, left out: .*wordnet/);
    expect(trained.status, trained.stderr).toBe(0);
    const [, before, after] = /cosine with the teacher: ([\d.]+) before, ([\d.]+) after/.exec(trained.stdout) ?? [];
    expect(Number(after)).toBeLessThan(Number(before) / 2);
  });

  it("our reader reads it as it was written", () => {
    const table = readTrained();
    const tokens = readFileSync(path.join(out, "vocab.txt"), "utf8").split("\n");
    const embedder = createStaticEmbedder(table);
    const references = JSON.parse(readFileSync(path.join(out, "reference-vectors.json"), "utf8")) as Reference[];
    expect(references.filter((reference) => reference.tokens.length > 0).length).toBeGreaterThan(25);
    for (const { text, tokens: expected, vector } of references) {
      expect(tokenise(table.vocabulary, text).map((id) => tokens[id])).toEqual(expected);
      const found = embedder.encode(text);
      if (expected.length === 0) expect(found).toBeNull();
      else expect(dot(found ?? [], vector) / Math.sqrt(dot(vector, vector))).toBeGreaterThan(0.99999);
    }
  });

  it("finds the translation of a sentence it never saw among sixty", () => {
    const { encode } = createStaticEmbedder(readTrained());
    const english = heldBack.map((pair) => encode(pair.english) ?? []);
    const chinese = heldBack.map((pair) => encode(pair.chinese) ?? []);
    const nearest = english.map((vector) => {
      const cosines = chinese.map((other) => dot(vector, other));
      return cosines.indexOf(Math.max(...cosines));
    });
    expect(nearest.filter((found, index) => found === index).length).toBeGreaterThan(0.8 * HELD_BACK);
  });
});
