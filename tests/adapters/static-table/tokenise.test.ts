import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSETS_DIR, readStaticTable } from "../../../src/adapters/static-table/table.ts";
import { tokenise } from "../../../src/adapters/static-table/tokenise.ts";
import { readVocabulary } from "../../../src/adapters/static-table/vocabulary.ts";

const ARTICLES = path.join(import.meta.dirname, "..", "..", "..", "corpus", "articles");
const tokens = readFileSync(path.join(ASSETS_DIR, "vocab.txt"), "utf8").split("\n");
const pairs = [...JSON.parse(readFileSync(path.join(ASSETS_DIR, "meta.json"), "utf8")).t2s] as string[];
const { vocabulary } = readStaticTable();
const bySubstrings = createSlowTokeniser(tokens, pairs);

/** The rule as its definition says it, substring by substring. */
function createSlowTokeniser(known: readonly string[], traditional: readonly string[]) {
  const idOf = new Map(known.map((token, id) => [token, id]));
  const simplified = new Map(traditional.flatMap((from, i) => (i % 2 === 0 ? [[from, traditional[i + 1] ?? ""]] : [])));
  const greedy = (run: string, continued: string): number[] => {
    const ids: number[] = [];
    for (let start = 0; start < run.length; ) {
      let end = run.length;
      const id = () => idOf.get((start > 0 ? continued : "") + run.slice(start, end));
      while (end > start && id() === undefined) end--;
      if (end > start) ids.push(id() ?? -1);
      start = Math.max(end, start + 1);
    }
    return ids;
  };
  return (text: string): number[] => {
    const folded = text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "");
    return (folded.match(/[a-z]+|[0-9]+|[\u3400-\u4dbf\u4e00-\u9fff]+/g) ?? []).flatMap((run) => {
      if (/[0-9]/.test(run)) return idOf.has(run) ? [idOf.get(run) ?? -1] : [];
      if (/[a-z]/.test(run)) return greedy(run, "##");
      return greedy([...run].map((character) => simplified.get(character) ?? character).join(""), "");
    });
  };
}

/** Characters where runs, folding and the trie could go wrong. */
const piece = fc.oneof(
  fc.constantFrom(...tokens).map((token) => token.replace("##", "")),
  fc.constantFrom(...pairs),
  fc.constantFrom(..."azAZ09 ，。！？（）·—…“”'-_%/\u3000\u3007\u0301\u212a\u0130ßéÉﬁﬃⅣ½ℂＡｚ９ｶ豈𠮷龘😀한Я\ud842\0"),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);

describe("the tokeniser", () => {
  it("cuts whatever text as the substring rule does", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        expect(tokenise(vocabulary, text)).toEqual(bySubstrings(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it("cuts every sample article as the substring rule does", () => {
    for (const name of readdirSync(ARTICLES)) {
      const text = readFileSync(path.join(ARTICLES, name), "utf8");
      for (const line of text.split("\n")) expect(tokenise(vocabulary, line)).toEqual(bySubstrings(line));
    }
  });

  it.each([
    ["ababc", ["ab", "##abc"]],
    ["abxab", ["ab", "##ab"]],
    ["ab 12 123 1", ["ab", "12"]],
    ["山水画山火", ["山水", "画", "山"]],
    ["書画", ["书画"]],
    ["ab山ab", ["ab", "山", "ab"]],
    ["", []],
  ])("cuts %j of a small vocabulary into %j", (text, expected) => {
    const small = ["ab", "##ab", "##abc", "12", "山", "山水", "画", "书画"];
    const ids = tokenise(readVocabulary(small, ["書", "书"]), text);
    expect(ids.map((id) => small[id])).toEqual(expected);
  });

  it("refuses more Chinese characters than its alphabet holds", () => {
    const many = Array.from({ length: 9_000 }, (_, i) => String.fromCharCode(0x4e00 + i));
    expect(() => readVocabulary(many, [])).toThrow(/9000 Chinese characters/);
  });
});

describe("the trie", () => {
  it("holds more nodes than it first had room for, and says when there are too many", () => {
    const words = (count: number) => Array.from({ length: count }, (_, i) => letters(i));
    const many = words(200_000);
    const grown = readVocabulary(many, []);
    for (const id of [0, 25, 26, 77_777, 199_999]) expect(tokenise(grown, many[id] ?? "")).toEqual([id]);
    expect(() => readVocabulary(words(300_000), [])).toThrow(/more than 262144 nodes/);
  });
});

/** a, b, …, z, aa, ab, … */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(97 + (index % 26));
}
