import { setImmediate } from "node:timers/promises";
import { type SuggestDeps, suggestQuestions } from "../answering/suggest-questions.ts";
import { extractSummary } from "../answering/summarize.ts";
import type { ArticleId } from "../domain.ts";
import type { SnapshotFollower } from "../indexing/follow-snapshots.ts";
import type { ChatModel, Clock, Embedder, SentenceEncoder } from "../ports.ts";
import type { Introduction } from "./additions.ts";

const DIGEST = { points: 3, sentences: 1 } as const;

export interface IntroduceDeps {
  readonly snapshots: SnapshotFollower;
  readonly embedder: Embedder;
  readonly encoder: SentenceEncoder;
  readonly chat: ChatModel | null;
  readonly clock: Clock;
}

/** Nothing of either for an article that is not in the index. A model that fails only costs its questions. */
export async function introduce(id: ArticleId, deps: IntroduceDeps, signal?: AbortSignal): Promise<Introduction> {
  const { snapshot, release } = deps.snapshots.acquire();
  try {
    const article = snapshot.store.article(id);
    const card = snapshot.store.card(id);
    if (article === null || card === null) return { digest: [], questions: [] };
    const passages = snapshot.store.passagesOf(id);
    const digest = extractSummary(article, card, passages, deps.encoder, DIGEST).map(({ text }) => text);
    await setImmediate();
    const searching: SuggestDeps = { ...deps, store: snapshot.store, vectors: snapshot.vectors };
    return { digest, questions: await suggestQuestions(article, passages, searching, signal) };
  } finally {
    release();
  }
}
