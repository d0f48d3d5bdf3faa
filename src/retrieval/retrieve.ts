import type {
  ArticleCard,
  ArticleId,
  DateRange,
  Passage,
  PassageId,
  Question,
  Retrieval,
  RetrievedPassage,
} from "../domain.ts";
import type { Embedder, PassageStore, SentenceEncoder, VectorIndex } from "../ports.ts";
import { languageOf } from "../text/language.ts";
import { distinctTerms } from "../text/terms.ts";
import { type Candidate, filterOf, gatherCandidates } from "./candidates.ts";
import { cosine } from "./cosine.ts";
import { evidenceOf } from "./evidence.ts";
import { fuse } from "./fuse.ts";
import { type Query, readQuery } from "./query.ts";

/** Sentence vectors cost about 20 µs each, so only the best candidates get them. */
const SENTENCES_READ_OF = 100;
const PASSAGES_PER_ARTICLE = 4;
const PREFERRED_RANGE_BONUS = 0.15;

export interface RetrievalDeps {
  readonly store: PassageStore;
  readonly vectors: VectorIndex;
  readonly embedder: Embedder;
  readonly encoder: SentenceEncoder;
}

/**
 * The passages in which the answer is to be looked for, best first: both searches, fused, then thinned so that neither
 * copies nor one talkative article fill the list.
 * @throws AppError model-* from a remote embedder
 */
export async function retrieve(
  question: Question,
  deps: RetrievalDeps,
  limit: number,
  signal?: AbortSignal,
): Promise<Retrieval> {
  const query = await readQuery(question, deps, signal);
  const candidates = gatherCandidates(question, query, deps.store, deps.vectors);
  const promising = candidates.sort((a, b) => roughScore(b) - roughScore(a)).slice(0, SENTENCES_READ_OF);
  const ranked = scoreCandidates(promising, question, query, deps).sort((a, b) => b.score - a.score);
  const perArticle = question.scope?.length === 1 ? Number.POSITIVE_INFINITY : PASSAGES_PER_ARTICLE;
  const asked = new Set(query.terms);
  const passages = thin(ranked, perArticle)
    .slice(0, limit)
    .map((found) => withMatchedTerms(found, asked));
  return {
    passages,
    evidence: evidenceOf(question.language, passages),
    searched: deps.store.facts(filterOf(question)),
  };
}

function roughScore(candidate: Candidate): number {
  return candidate.lexicalShare + 0.6 * candidate.passageCosine;
}

function scoreCandidates(
  candidates: readonly Candidate[],
  question: Question,
  query: Query,
  deps: RetrievalDeps,
): RetrievedPassage[] {
  const passages = new Map(deps.store.passages(candidates.map((candidate) => candidate.id)).map((p) => [p.id, p]));
  return candidates.flatMap((candidate) => {
    const passage = passages.get(candidate.id);
    const article = passage === undefined ? null : deps.store.card(passage.articleId);
    if (passage === undefined || article === null) return [];
    return [scorePassage(candidate, passage, article, question, query, deps.encoder)];
  });
}

function scorePassage(
  candidate: Candidate,
  passage: Passage,
  article: ArticleCard,
  question: Question,
  query: Query,
  encoder: SentenceEncoder,
): RetrievedPassage {
  const sentenceCosine = bestSentenceCosine(passage, query, encoder);
  const fused = fuse({
    questionLanguage: query.language,
    passageLanguage: languageOf(passage.text),
    lexicalShare: candidate.lexicalShare,
    passageCosine: candidate.passageCosine,
    sentenceCosine,
  });
  return {
    passage,
    article,
    score: fused + (isPreferred(article, question.range) ? PREFERRED_RANGE_BONUS : 0),
    lexical: { share: candidate.lexicalShare, rank: candidate.lexicalRank },
    dense: { passage: candidate.passageCosine, sentence: sentenceCosine, rank: candidate.denseRank },
    matchedTerms: [],
  };
}

/** Told only of what is returned: cutting a hundred passages into words would cost more than finding them. */
function withMatchedTerms(found: RetrievedPassage, asked: ReadonlySet<string>): RetrievedPassage {
  return { ...found, matchedTerms: distinctTerms(found.passage.text).filter((term) => asked.has(term)) };
}

function bestSentenceCosine(passage: Passage, query: Query, encoder: SentenceEncoder): number {
  let best = 0;
  if (query.sentenceVector === null) return best;
  for (const sentence of passage.sentences) {
    const vector = encoder.encode(sentence.text);
    if (vector !== null) best = Math.max(best, cosine(query.sentenceVector, vector));
  }
  return best;
}

function isPreferred(article: ArticleCard, range: DateRange | null): boolean {
  if (range?.mode !== "prefer" || article.publishedAt === null) return false;
  const day = article.publishedAt.slice(0, 10);
  return (range.from === null || day >= range.from) && (range.to === null || day <= range.to);
}

/** Of an article and its copies one stays: the earliest, in the place of the best, or the best where the earliest was not found. */
function thin(ranked: readonly RetrievedPassage[], perArticle: number): RetrievedPassage[] {
  const originals = new Map(
    ranked
      .filter(({ article }) => article.repostOf === null)
      .map((found) => [found.article.id, found] as const)
      .reverse(),
  );
  const placed = new Set<PassageId>();
  const shownOf = new Map<ArticleId, ArticleId>();
  const taken = new Map<ArticleId, number>();
  return ranked.flatMap((found) => {
    const group = found.article.repostOf ?? found.article.id;
    const stand = shownOf.has(group) ? found : (originals.get(group) ?? found);
    const shown = shownOf.get(group) ?? stand.article.id;
    shownOf.set(group, shown);
    const count = (taken.get(shown) ?? 0) + 1;
    if (stand.article.id !== shown || placed.has(stand.passage.id) || count > perArticle) return [];
    taken.set(shown, count);
    placed.add(stand.passage.id);
    return [stand];
  });
}
