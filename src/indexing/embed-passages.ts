import { createHash } from "node:crypto";
import type { Article, Passage, PassageId } from "../domain.ts";
import { AppError } from "../errors.ts";
import type { Embedder } from "../ports.ts";
import type { OpenSnapshot } from "./open-snapshot.ts";
import type { IndexedArticle } from "./snapshot-io.ts";

/** Passages a call to the embedder; small enough for progress, large enough for a server's batches. */
const EMBED_BATCH = 256;

export interface Embedded {
  /** Passages without a direction are absent. */
  readonly vectors: readonly { readonly id: PassageId; readonly vector: Float32Array }[];
  /** Passages whose text went to the embedder, and those whose text had been embedded before. */
  readonly embedded: number;
  readonly reused: number;
}

/** What is embedded for a passage: title and heading tell what its sentences leave out. */
export function embeddedText(article: Article, passage: Passage): string {
  return [article.title, passage.heading, passage.text].filter((part) => part !== null).join("\n");
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** Equal texts are embedded once; those of `old` not at all. @throws AppError model-*, embedding-dimensions */
export async function embedPassages(
  articles: readonly IndexedArticle[],
  old: OpenSnapshot | null,
  embedder: Embedder,
  onProgress: (done: number, total: number) => void,
): Promise<Embedded> {
  const known = old === null ? new Map<string, Float32Array | null>() : vectorsByHash(old);
  const all = articles.flatMap(({ article, passages }) => passages.map((each) => ({ ...each, article })));
  const fresh = all.filter(({ embeddedHash }) => !known.has(embeddedHash));
  const texts = new Map(
    fresh.map(({ article, passage, embeddedHash }) => [embeddedHash, embeddedText(article, passage)]),
  );
  for (let at = 0; at < texts.size; at += EMBED_BATCH) {
    onProgress(at, texts.size);
    const batch = [...texts].slice(at, at + EMBED_BATCH);
    const vectors = await embedBatch(
      batch.map(([, text]) => text),
      embedder,
    );
    for (const [index, [hash]] of batch.entries()) known.set(hash, vectors[index] ?? null);
  }
  onProgress(texts.size, texts.size);
  const vectors = all.flatMap(({ passage, embeddedHash }) => {
    const vector = known.get(embeddedHash) ?? null;
    return vector === null ? [] : [{ id: passage.id, vector }];
  });
  return { vectors, embedded: fresh.length, reused: all.length - fresh.length };
}

/** null stands for a text that the model knows nothing of, which is as final as a vector. */
function vectorsByHash({ store, vectors }: OpenSnapshot): Map<string, Float32Array | null> {
  return new Map([...store.embeddedHashes()].map(([hash, id]) => [hash, vectors.vector(id)]));
}

/** A wrong vector would spoil the index silently, so none is taken unseen. */
async function embedBatch(texts: readonly string[], embedder: Embedder): Promise<readonly (Float32Array | null)[]> {
  const vectors = await embedder.embedPassages(texts);
  const { fingerprint, dimensions } = embedder;
  if (vectors.length !== texts.length) {
    throw new AppError(
      "model-answer",
      `The embedding model ${fingerprint} gave ${vectors.length} vectors for ${texts.length} texts. Try again, or use another model.`,
    );
  }
  for (const vector of vectors) {
    if (vector === null) continue;
    if (vector.length !== dimensions) {
      throw new AppError(
        "embedding-dimensions",
        `The embedding model ${fingerprint} gave a vector of ${vector.length} dimensions instead of ${dimensions}. Check EMBEDDING_MODEL.`,
      );
    }
    if (!vector.every(Number.isFinite)) {
      throw new AppError(
        "model-answer",
        `The embedding model ${fingerprint} gave a vector with values that are no numbers. Try again, or use another model.`,
      );
    }
  }
  return vectors;
}
