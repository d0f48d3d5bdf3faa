import type { Language, PassageId, Question } from "../domain.ts";
import type { PassageFilter, PassageStore, VectorHit, VectorIndex } from "../ports.ts";
import type { Query } from "./query.ts";
import { CANDIDATES_PER_SEARCH, RESERVED_FOR_FEWER } from "./weights.ts";

export interface Candidate {
  readonly id: PassageId;
  readonly language: Language;
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
  const dense = vector === null ? [] : searchBoth(vector, store, vectors, allowed);
  const lexicalRank = ranks(lexical);
  const denseRank = ranks(dense);
  const ids = [...new Set([...lexicalRank.keys(), ...denseRank.keys()])];
  const shares = lexicalShares(ids, lexical, query, store);
  return ids.map((id) => ({
    id,
    language: store.passagesIn("zh").has(id) ? "zh" : "en",
    lexicalShare: shares.get(id) ?? 0,
    lexicalRank: lexicalRank.get(id) ?? null,
    passageCosine: vector === null ? 0 : (vectors.score(vector, id) ?? 0),
    denseRank: denseRank.get(id) ?? null,
  }));
}

export function filterOf(question: Question): PassageFilter {
  return { articles: question.scope, range: question.range?.mode === "filter" ? question.range : null };
}

/** The language in which fewer passages are written; null where all are in one. */
export function fewerOf(store: PassageStore): Language | null {
  const [zh, en] = [store.passagesIn("zh").size, store.passagesIn("en").size];
  if (zh === 0 || en === 0) return null;
  return zh < en ? "zh" : "en";
}

function searchBoth(
  vector: Float32Array,
  store: PassageStore,
  vectors: VectorIndex,
  allowed: ReadonlySet<PassageId> | undefined,
): readonly VectorHit[] {
  const found = vectors.search(vector, CANDIDATES_PER_SEARCH, allowed);
  const fewer = fewerOf(store);
  if (fewer === null) return found;
  const their = store.passagesIn(fewer);
  if (found.filter(({ id }) => their.has(id)).length >= RESERVED_FOR_FEWER) return found;
  const among = allowed === undefined ? their : new Set([...their].filter((id) => allowed.has(id)));
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...vectors.search(vector, RESERVED_FOR_FEWER, among).filter(({ id }) => !known.has(id))];
}

/** BM25 over the most that it could be; of the other language's passages by the words that tell something there. */
function lexicalShares(
  ids: readonly PassageId[],
  found: ReturnType<PassageStore["searchTerms"]>,
  query: Query,
  store: PassageStore,
): Map<PassageId, number> {
  const foreign = store.passagesIn(query.language === "zh" ? "en" : "zh");
  const scored = new Set(found.map(({ id }) => id));
  const apart = query.across.terms.length < query.terms.length;
  const across = new Set(apart ? ids.filter((id) => foreign.has(id)) : []);
  const unscored = new Set(ids.filter((id) => !scored.has(id) && !across.has(id)));
  const shareOf =
    (largest: number) =>
    ({ id, score }: (typeof found)[number]) =>
      [id, largest === 0 ? 0 : score / largest] as const;
  return new Map([
    ...found.map(shareOf(query.largestScore)),
    ...store.searchTerms(query.terms, unscored.size, unscored).map(shareOf(query.largestScore)),
    ...[...across].map((id) => [id, 0] as const),
    ...store.searchTerms(query.across.terms, across.size, across).map(shareOf(query.across.largestScore)),
  ]);
}

function ranks(hits: readonly { readonly id: PassageId }[]): Map<PassageId, number> {
  return new Map(hits.map((hit, index) => [hit.id, index + 1]));
}
