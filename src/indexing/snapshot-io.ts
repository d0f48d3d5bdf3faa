import type { Article, Passage, PassageId } from "../domain.ts";
import type { PassageStore, VectorIndex } from "../ports.ts";

/** How a snapshot's files are written and read; adapters provide it, wiring joins it. */
export interface SnapshotIo {
  readonly passagesFile: string;
  readonly vectorsFile: string;
  writePassages(file: string, articles: readonly IndexedArticle[]): void;
  /** @throws AppError embedding-dimensions, index-broken when they cannot be read back */
  writeVectors(
    folder: string,
    items: readonly { readonly id: PassageId; readonly vector: Float32Array }[],
  ): Promise<void>;
  openPassages(file: string): SnapshotPassages;
  /** @throws AppError index-broken */
  openVectors(folder: string): VectorIndex;
}

export interface SnapshotPassages extends PassageStore {
  /** Hash of the text that was embedded -> its passage. */
  embeddedHashes(): ReadonlyMap<string, PassageId>;
  sentences(): number;
  close(): void;
}

export interface IndexedArticle {
  readonly article: Article;
  readonly removed: readonly unknown[];
  readonly passages: readonly { readonly passage: Passage; readonly embeddedHash: string }[];
}
