import type { Question } from "../../src/domain.ts";
import { type RetrievalDeps, retrieve } from "../../src/retrieval/retrieve.ts";
import { distinctTerms } from "../../src/text/terms.ts";
import { quantile } from "./metrics.ts";

export interface Timing {
  readonly part: string;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

/** As many as one question takes from each search. */
const HITS = 100;

/** Times retrieval and its parts, question by question, after a few questions to warm up. @throws AppError model-* */
export async function timeRetrieval(
  questions: readonly Question[],
  deps: RetrievalDeps,
  passages: number,
  nowMs: () => number,
): Promise<Timing[]> {
  const times = new Map<string, number[]>();
  const timed = async <T>(part: string, work: () => T | Promise<T>): Promise<T> => {
    const startedMs = nowMs();
    const result = await work();
    times.set(part, [...(times.get(part) ?? []), nowMs() - startedMs]);
    return result;
  };
  for (const question of questions.slice(0, WARM_UP)) await retrieve(question, deps, passages);
  for (const question of questions) {
    await timed("retrieval", () => retrieve(question, deps, passages));
    const vector = await timed("embed question", () => deps.embedder.embedQuery(question.text));
    const words = await timed("search words", () => deps.store.searchTerms(distinctTerms(question.text), HITS));
    await timed("search vectors", () => (vector === null ? [] : deps.vectors.search(vector, HITS)));
    const found = deps.store.passages(words.map(({ id }) => id));
    await timed(
      "encode sentences",
      () => found.flatMap(({ sentences }) => sentences.map(({ text }) => deps.encoder.encode(text))).length,
    );
  }
  return [...times].map(([part, values]) => ({ part, p50Ms: quantile(values, 0.5), p95Ms: quantile(values, 0.95) }));
}

const WARM_UP = 5;
