import type { ArticleCard, ArticleId, Language, Passage, Question, RetrievedPassage } from "../domain.ts";
import { dot } from "../dot.ts";
import type { PassageStore, SentenceEncoder } from "../ports.ts";
import { distinctTerms } from "../text/terms.ts";
import { type Candidate, fewerOf } from "./candidates.ts";
import { fuse } from "./fuse.ts";
import { preferenceFor } from "./preferred.ts";
import { type Query, shareOfWords } from "./query.ts";
import { yieldToEventLoop } from "./run-exclusive.ts";
import { RESERVED_FOR_FEWER, SENTENCES_READ_OF } from "./weights.ts";

const SCORED_IN_ONE_STEP = 20;

interface ScoreDeps {
  readonly store: PassageStore;
  readonly encoder: SentenceEncoder;
}

/** How well a whole article fits the question; the same for all its passages. */
interface ArticleShare {
  readonly card: ArticleCard;
  /** BM25 of the whole article, divided by its maximum, 0-1. */
  readonly words: number;
  /** Share of the question's weighted words in its title, 0-1. */
  readonly title: number;
  /** Added for its day of publication, if the question prefers some days. */
  readonly preference: number;
}

/** The most promising candidates with all signals and their fused score, best first. Works in steps of a few milliseconds. */
export async function scoreCandidates(
  candidates: readonly Candidate[],
  question: Question,
  query: Query,
  { store, encoder }: ScoreDeps,
  signal?: AbortSignal,
): Promise<RetrievedPassage[]> {
  const promising = mostPromising(candidates, fewerOf(store));
  const passages = new Map(store.passages(promising.map(({ id }) => id)).map((passage) => [passage.id, passage]));
  await yieldToEventLoop(signal);
  const articles = articleShares(
    new Set([...passages.values()].map(({ articleId }) => articleId)),
    question,
    query,
    store,
  );
  const scored: RetrievedPassage[] = [];
  for (const [index, candidate] of promising.entries()) {
    if (index % SCORED_IN_ONE_STEP === 0) await yieldToEventLoop(signal);
    const passage = passages.get(candidate.id);
    const article = passage === undefined ? undefined : articles.get(passage.articleId);
    if (passage === undefined || article === undefined) continue;
    scored.push(scorePassage(candidate, passage, article, query, encoder));
  }
  return scored.sort((a, b) => b.score - a.score);
}

/** The best candidates, with places kept for the language that has fewer passages. */
function mostPromising(candidates: readonly Candidate[], fewer: Language | null): Candidate[] {
  const ranked = candidates.toSorted((a, b) => roughScore(b) - roughScore(a));
  const kept = new Set(ranked.filter(({ language }) => language === fewer).slice(0, RESERVED_FOR_FEWER));
  for (const candidate of ranked) if (kept.size < SENTENCES_READ_OF) kept.add(candidate);
  return [...kept];
}

function roughScore(candidate: Candidate): number {
  return candidate.lexicalShare + 0.6 * candidate.passageCosine;
}

function articleShares(
  ids: ReadonlySet<ArticleId>,
  question: Question,
  query: Query,
  store: PassageStore,
): Map<ArticleId, ArticleShare> {
  const scores = store.scoreArticles(query.terms, ids);
  const newest = store.facts().to;
  const shares = new Map<ArticleId, ArticleShare>();
  for (const id of ids) {
    const card = store.card(id);
    if (card === null) continue;
    const words = query.largestArticleScore === 0 ? 0 : (scores.get(id) ?? 0) / query.largestArticleScore;
    const title = shareOfWords(distinctTerms(card.title), query);
    shares.set(id, { card, words, title, preference: preferenceFor(card, question, newest) });
  }
  return shares;
}

function scorePassage(
  candidate: Candidate,
  passage: Passage,
  article: ArticleShare,
  query: Query,
  encoder: SentenceEncoder,
): RetrievedPassage {
  const sentenceCosine = bestSentenceCosine(passage, query, encoder);
  const fused = fuse({
    questionLanguage: query.language,
    passageLanguage: passage.language,
    lexicalShare: candidate.lexicalShare,
    articleShare: article.words,
    titleShare: article.title,
    passageCosine: candidate.passageCosine,
    sentenceCosine,
  });
  return {
    passage,
    article: article.card,
    score: fused + article.preference,
    lexical: {
      share: candidate.lexicalShare,
      rank: candidate.lexicalRank,
      article: article.words,
      title: article.title,
    },
    dense: { passage: candidate.passageCosine, sentence: sentenceCosine, rank: candidate.denseRank },
    matchedTerms: [],
  };
}

function bestSentenceCosine(passage: Passage, { vector: asked }: Query, encoder: SentenceEncoder): number {
  let best = 0;
  if (asked === null) return best;
  for (const sentence of passage.sentences) {
    const vector = encoder.encode(sentence.text);
    if (vector !== null) best = Math.max(best, dot(asked, vector));
  }
  return best;
}
