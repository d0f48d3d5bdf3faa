import { randomInt } from "node:crypto";
import type { Citation, RetrievedPassage, Sentence } from "../domain.ts";

const ALPHABET = "abcdefghjkmnpqrstuvwxyz";
const DIGIT = "23456789";

/** A passage with its key for this one request: `k7f`, its sentences `k7f.1`, `k7f.2` … */
export interface KeyedPassage {
  readonly key: string;
  readonly found: RetrievedPassage;
  /** The sentences shown to the model: the passage's own. */
  readonly sentences: readonly Sentence[];
}

/** What the model may cite. A key that was invented, or is from another request, is not in it. */
export type KeyTable = ReadonlyMap<string, Citation>;

export function assignKeys(passages: readonly RetrievedPassage[]): KeyedPassage[] {
  const used = new Set<string>();
  return passages.map((found) => ({ key: freshKey(used), found, sentences: found.passage.sentences }));
}

export function keyTable(passages: readonly KeyedPassage[]): KeyTable {
  const table = new Map<string, Citation>();
  for (const { key, found, sentences } of passages) {
    for (const [index, sentence] of sentences.entries()) {
      table.set(`${key}.${index + 1}`, { article: found.article, passageId: found.passage.id, sentence });
    }
  }
  return table;
}

function freshKey(used: Set<string>): string {
  for (;;) {
    const key = pick(ALPHABET) + pick(DIGIT) + pick(ALPHABET);
    if (used.has(key)) continue;
    used.add(key);
    return key;
  }
}

function pick(characters: string): string {
  return characters.charAt(randomInt(characters.length));
}
