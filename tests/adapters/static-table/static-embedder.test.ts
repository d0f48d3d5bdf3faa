import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createStaticEmbedder } from "../../../src/adapters/static-table/static-embedder.ts";
import { ASSETS_DIR, readStaticTable } from "../../../src/adapters/static-table/table.ts";
import { tokenise } from "../../../src/adapters/static-table/tokenise.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

interface Reference {
  readonly text: string;
  readonly tokens: readonly (string | number)[];
  readonly vector: readonly number[];
}

const references = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "reference-vectors.json"), "utf8"),
) as readonly Reference[];
const table = readStaticTable();
const tokens = readFileSync(path.join(ASSETS_DIR, "vocab.txt"), "utf8").split("\n");

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < a.length; i++) {
    dot += (a[i] ?? 0) * (b[i] ?? 0);
    left += (a[i] ?? 0) ** 2;
    right += (b[i] ?? 0) ** 2;
  }
  return dot / Math.sqrt(left * right);
};

describe("the built-in static table", () => {
  it.each(references.map((reference) => [reference.text.slice(0, 30), reference] as const))(
    "reads %j as it was trained",
    (_, reference) => {
      const ids = tokenise(table.vocabulary, reference.text);
      const found = typeof reference.tokens[0] === "number" ? ids : ids.map((id) => tokens[id]);
      expect(found).toEqual(reference.tokens);
      const vector = createStaticEmbedder(table).encode(reference.text);
      if (reference.tokens.length === 0) expect(vector).toBeNull();
      else expect(cosine(vector ?? [], reference.vector)).toBeGreaterThan(0.99999);
    },
  );

  it("holds 50 references, some without a known token", () => {
    expect(references).toHaveLength(50);
    expect(references.filter((reference) => reference.tokens.length === 0)).toHaveLength(9);
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    ["cut short", (folder) => truncateSync(path.join(folder, "table.bin"), 1000), /table\.bin is damaged \(1000 bytes/],
    [
      "of the right size with another checksum",
      (folder) => writeFileSync(path.join(folder, "table.bin"), "?", { flag: "r+" }),
      /table\.bin is damaged \(\d{8} bytes, sha256 [\da-f]{12}…, expected/,
    ],
    ["without its words", (folder) => rmSync(path.join(folder, "vocab.txt")), /vocab\.txt is damaged \(ENOENT\)/],
    ["with odd facts", (folder) => writeFileSync(path.join(folder, "meta.json"), "{}"), /meta\.json is damaged/],
  ])("refuses a table %s", (_, damage, words) => {
    const folder = temporaryFolder();
    cpSync(ASSETS_DIR, folder, { recursive: true });
    damage(folder);
    expect(() => readStaticTable(folder)).toThrow(words);
  });
});
