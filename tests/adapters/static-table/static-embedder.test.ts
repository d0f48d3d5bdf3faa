import { cpSync, mkdtempSync, readFileSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createStaticEmbedder } from "../../../src/adapters/static-table/static-embedder.ts";
import { ASSETS_DIR, readStaticTable } from "../../../src/adapters/static-table/table.ts";
import { tokenise } from "../../../src/adapters/static-table/tokenise.ts";

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

  it("refuses a table of the wrong size", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "table-"));
    cpSync(ASSETS_DIR, folder, { recursive: true });
    truncateSync(path.join(folder, "table.bin"), 1000);
    expect(() => readStaticTable(folder)).toThrow(/table\.bin is damaged \(1000 bytes/);
  });
});
