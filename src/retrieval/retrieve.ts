import type { Question, Retrieval, RetrievedPassage } from "../domain.ts";
import type { Embedder, PassageStore, SentenceEncoder, VectorIndex } from "../ports.ts";
import { distinctTerms } from "../text/terms.ts";
import { filterOf, gatherCandidates } from "./candidates.ts";
import { evidenceOf } from "./evidence.ts";
import { limitPerArticle } from "./limit-per-article.ts";
import { readQuery } from "./query.ts";
import { readClosely } from "./read-closely.ts";
import { runExclusive, yieldToEventLoop } from "./run-exclusive.ts";
import { scoreCandidates } from "./score.ts";
import { ownHeard, stepBack } from "./step-back.ts";
import { unknownNames } from "./unknown-names.ts";
import { PASSAGES_PER_ARTICLE, PASSAGES_READ } from "./weights.ts";

export interface RetrievalDeps {
  readonly store: PassageStore;
  readonly vectors: VectorIndex;
  readonly embedder: Embedder;
  readonly encoder: SentenceEncoder;
}

/**
 * The passages that may contain the answer, best first: both searches, fused, then limited per article so that neither
 * copies nor one long article fill the list.
 * @throws AppError model-* from a remote embedder
 */
export async function retrieve(
  question: Question,
  deps: RetrievalDeps,
  limit: number,
  signal?: AbortSignal,
): Promise<Retrieval> {
  const vector = await deps.embedder.embedQuery(question.text, signal);
  return runExclusive(() => search(question, vector, deps, limit, signal), signal);
}

async function search(
  question: Question,
  vector: Float32Array | null,
  deps: RetrievalDeps,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Retrieval> {
  const query = readQuery(question, deps);
  await yieldToEventLoop(signal);
  const candidates = gatherCandidates(question, query, vector, deps.store, deps.vectors);
  await yieldToEventLoop(signal);
  const scored = await scoreCandidates(candidates, question, query, deps, signal);
  const ranked = stepBack(scored, query.language);
  await yieldToEventLoop(signal);
  const perArticle = question.scope?.length === 1 ? Number.POSITIVE_INFINITY : PASSAGES_PER_ARTICLE;
  const asked = new Set(query.terms);
  const found = ownHeard(limitPerArticle(ranked, perArticle), query.language)
    .slice(0, Math.max(limit, PASSAGES_READ))
    .map((one) => withMatchedTerms(one, asked))
    .map((one) => withReposts(one, deps.store));
  await yieldToEventLoop(signal);
  const reading = readClosely(found, question, query, deps.encoder);
  const passages = ownHeard(reading.passages, query.language).slice(0, limit);
  const unknown = unknownNames(question, passages, deps);
  return {
    passages,
    sentences: reading.sentences,
    evidence: evidenceOf(question, query, found, reading, unknown),
    unknownNames: unknown.mayBeTranslated ? [] : unknown.names,
    searched: deps.store.facts(filterOf(question)),
  };
}

function withReposts(found: RetrievedPassage, store: PassageStore): RetrievedPassage {
  const reposts = store.repostsOf(found.article.repostOf ?? found.article.id).length;
  return reposts === 0 ? found : { ...found, article: { ...found.article, reposts } };
}

/** Done only for what is returned: splitting a hundred passages into words would cost more than finding them. */
function withMatchedTerms(found: RetrievedPassage, asked: ReadonlySet<string>): RetrievedPassage {
  return { ...found, matchedTerms: distinctTerms(found.passage.text).filter((term) => asked.has(term)) };
}
