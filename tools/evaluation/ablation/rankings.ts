import type { Question, RetrievedPassage } from "../../../src/domain.ts";
import { gatherCandidates } from "../../../src/retrieval/candidates.ts";
import { fuse, meaning } from "../../../src/retrieval/fuse.ts";
import { limitPerArticle } from "../../../src/retrieval/limit-per-article.ts";
import { readQuery } from "../../../src/retrieval/query.ts";
import { readClosely } from "../../../src/retrieval/read-closely.ts";
import type { RetrievalDeps } from "../../../src/retrieval/retrieve.ts";
import { scoreCandidates } from "../../../src/retrieval/score.ts";
import { ownHeard, stepBack } from "../../../src/retrieval/step-back.ts";
import { FUSION, type Fusion, PASSAGES_PER_ARTICLE } from "../../../src/retrieval/weights.ts";

type Score = (found: RetrievedPassage, question: Question) => number;

/** Cormack et al., SIGIR 2009. */
const RRF_K = 60;
/** For what only the search that is left out had found. */
const NOT_FOUND = -1;

const similarity = ({ dense }: RetrievedPassage) =>
  meaning({ passageCosine: dense.passage, sentenceCosine: dense.sentence });
/** As the bot's own formula scores it, with other weights; `sentence` stands in for the cosine of the best sentence. */
const fused = (
  { lexical, dense, passage }: RetrievedPassage,
  { language }: Question,
  weights: Fusion,
  sentence = dense.sentence,
): number =>
  fuse(
    {
      questionLanguage: language,
      passageLanguage: passage.language,
      lexicalShare: lexical.share,
      articleShare: lexical.article,
      titleShare: lexical.title,
      passageCosine: dense.passage,
      sentenceCosine: sentence,
    },
    weights,
  );
/** By words alone there is no other scale across languages. */
const WORDS_ALONE: Fusion = { same: { ...FUSION.same, meaning: 0 }, across: { ...FUSION.same, meaning: 0 } };
const PASSAGE_ALONE: Fusion = {
  same: { ...FUSION.same, article: 0, title: 0 },
  across: { ...FUSION.across, article: 0, title: 0 },
};
const reciprocal = (rank: number | null) => (rank === null ? 0 : 1 / (RRF_K + rank));

/** Other ways to order the same candidates. */
export const RANKINGS: Readonly<Record<string, Score>> = {
  "as it is": ({ score }) => score,
  "without reading word by word": ({ score }) => score,
  "without stepping back": ({ score }) => score,
  "without vectors": (found, question) =>
    found.lexical.rank === null ? NOT_FOUND : fused(found, question, WORDS_ALONE),
  "without words": (found) => (found.dense.rank === null ? NOT_FOUND : similarity(found)),
  "without the article's own share": (found, question) => fused(found, question, PASSAGE_ALONE),
  "without sentence vectors": (found, question) => fused(found, question, FUSION, found.dense.passage),
  "reciprocal rank fusion": ({ lexical, dense }) => reciprocal(lexical.rank) + reciprocal(dense.rank),
};

/** What steps back by its meaning would bring the vectors in again; ranks of reciprocal fusion are on another scale. */
const MERGED_AS_SCORED: ReadonlySet<string> = new Set([
  "without stepping back",
  "without vectors",
  "reciprocal rank fusion",
]);

/** Ranks of reciprocal fusion are on another scale than the reading's bonus. */
const UNREAD: ReadonlySet<string> = new Set(["without reading word by word", "reciprocal rank fusion"]);

/** The retrieval of the bot with another order, thinned in the same way. @throws AppError model-* */
export async function rankBy(
  ranking: keyof typeof RANKINGS,
  question: Question,
  deps: RetrievalDeps,
): Promise<RetrievedPassage[]> {
  const score = RANKINGS[ranking] ?? (({ score: asItIs }) => asItIs);
  const query = readQuery(question, deps);
  const vector = await deps.embedder.embedQuery(question.text);
  const candidates = gatherCandidates(question, query, vector, deps.store, deps.vectors);
  const found = await scoreCandidates(candidates, question, query, deps);
  const scored = found.map((one) => ({ ...one, score: score(one, question) }));
  const inOrder = scored.sort((a, b) => b.score - a.score);
  const { language } = query;
  const merged = MERGED_AS_SCORED.has(ranking) ? inOrder : stepBack(inOrder, language);
  const ranked = ownHeard(limitPerArticle(merged, PASSAGES_PER_ARTICLE), language);
  if (UNREAD.has(ranking)) return ranked;
  return ownHeard(readClosely(ranked, question, query, deps.encoder).passages, language);
}
