import type { Article, ArticleId } from "../domain.ts";

const SHINGLE_CHARS = 6;
/** The smallest hashes of a text stand for the whole (bottom-k sketch, Cohen and Kaplan 2007). */
const SKETCH_SIZE = 96;
const LEAST_RESEMBLANCE = 0.6;
/** A shingle that stands in more articles is a phrase, not a sign of copying. */
const MAX_SHARED_BY = 20;

/** Near-word-for-word copies: copy -> the earliest article of its group. */
export function findReposts(articles: readonly Article[]): Map<ArticleId, ArticleId> {
  const ordered = [...articles].sort((a, b) => (a.publishedAt ?? "9999").localeCompare(b.publishedAt ?? "9999") || a.sourcePath.localeCompare(b.sourcePath));
  const holders = new Map<number, number[]>();
  const sketches: Uint32Array[] = [];
  const sourceOf = new Map<ArticleId, ArticleId>();
  for (const [index, article] of ordered.entries()) {
    const sketch = sketchOf(article.body);
    sketches.push(sketch);
    const earlier = mostAlike(sketch, sketches, holders);
    const source = earlier === null ? undefined : ordered[earlier];
    if (source !== undefined) sourceOf.set(article.id, sourceOf.get(source.id) ?? source.id);
    for (const hash of sketch) {
      const list = holders.get(hash);
      if (list === undefined) holders.set(hash, [index]);
      else list.push(index);
    }
  }
  return sourceOf;
}

function mostAlike(sketch: Uint32Array, sketches: readonly Uint32Array[], holders: ReadonlyMap<number, readonly number[]>): number | null {
  const shared = new Map<number, number>();
  for (const hash of sketch) {
    const list = holders.get(hash);
    if (list === undefined || list.length > MAX_SHARED_BY) continue;
    for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 3);
  return candidates.find(([index]) => resemblance(sketch, sketches[index] ?? new Uint32Array()) >= LEAST_RESEMBLANCE)?.[0] ?? null;
}

/** Jaccard coefficient of the shingle sets, estimated on the smallest hashes of their union. */
function resemblance(a: Uint32Array, b: Uint32Array): number {
  const inA = new Set(a);
  const inB = new Set(b);
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, Math.min(SKETCH_SIZE, Math.max(a.length, b.length)));
  return union.length === 0 ? 0 : union.filter((hash) => inA.has(hash) && inB.has(hash)).length / union.length;
}

function sketchOf(body: string): Uint32Array {
  const text = body.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]/gu, "");
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE_CHARS <= text.length; i++) hashes.add(hash(text, i));
  return Uint32Array.from(hashes).sort().slice(0, SKETCH_SIZE);
}

/** FNV-1a with a final mix, so that its smallest values are spread evenly. */
function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < from + SHINGLE_CHARS; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
