import type { PassageId, Question } from "../domain.ts";
import type { PassageFilter, PassageStore, VectorIndex } from "../ports.ts";
import type { Query } from "./query.ts";

/** How many each search may bring before fusion. */
const CANDIDATES_PER_SEARCH = 200;

export interface Candidate {
  readonly id: PassageId;
  readonly lexicalShare: number;
  readonly lexicalRank: number | null;
  readonly passageCosine: number;
  readonly denseRank: number | null;
}

/** What either search finds (`vector`: the question's, by the embedder that made the passages'), each with both scores: a passage found by words also gets its cosine, and the other way round. */
export function gatherCandidates(
  question: Question,
  query: Query,
  vector: Float32Array | null,
  store: PassageStore,
  vectors: VectorIndex,
): Candidate[] {
  const allowed = store.allowed(filterOf(question)) ?? undefined;
  const lexical = store.searchTerms(query.terms, CANDIDATES_PER_SEARCH, allowed);
  const dense = vector === null ? [] : vectors.search(vector, CANDIDATES_PER_SEARCH, allowed);
  const lexicalRank = ranks(lexical);
  const denseRank = ranks(dense);
  const scores = new Map(lexical.map((hit) => [hit.id, hit.score]));
  const unscored = new Set(dense.map((hit) => hit.id).filter((id) => !scores.has(id)));
  for (const hit of store.searchTerms(query.terms, unscored.size, unscored)) scores.set(hit.id, hit.score);
  return [...new Set([...lexicalRank.keys(), ...denseRank.keys()])].map((id) => ({
    id,
    lexicalShare: query.largestScore === 0 ? 0 : (scores.get(id) ?? 0) / query.largestScore,
    lexicalRank: lexicalRank.get(id) ?? null,
    passageCosine: vector === null ? 0 : (vectors.score(vector, id) ?? 0),
    denseRank: denseRank.get(id) ?? null,
  }));
}

export function filterOf(question: Question): PassageFilter {
  return { articles: question.scope, range: question.range?.mode === "filter" ? question.range : null };
}

function ranks(hits: readonly { readonly id: PassageId }[]): Map<PassageId, number> {
  return new Map(hits.map((hit, index) => [hit.id, index + 1]));
}
