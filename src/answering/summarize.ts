import { checkContext } from "../checking/context.ts";
import type { Article, ArticleCard, Claim, Language, Passage, Sentence, Summary, Usage } from "../domain.ts";
import { dot } from "../dot.ts";
import { sumTokens } from "../models/tokens.ts";
import type { ChatModel, PassageStore, SentenceEncoder } from "../ports.ts";
import { type CheckedReply, claimsFromModel, NOT_ASKED, type ReplyFacts } from "./claims-from-model.ts";
import { inParallel } from "./in-parallel.ts";
import type { Judge } from "./judge.ts";
import { assignKeys, type KeyedPassage, keyTable } from "./keys.ts";
import { summaryRequest } from "./prompt.ts";
import { unranked } from "./unranked.ts";

/** More than this is not sent to a model; about 8,000 tokens of Chinese. */
const MAX_PROMPT_CHARS = 12_000;
const MOST_AT_ONCE = 2;
const LEAST_POINTS = 8;
const MOST_POINTS = 12;
const CHARS_A_POINT = 200;
const LEAST_OF_ANY = 5;
const SENTENCES_A_POINT = 2;
const MOST_PAIR_CHARS = 300;
/** How much sooner the first sentence is taken than the last, and what each further point of a part costs. */
const LEAD = 0.05;
const SAME_PART = 0.3;
const LEAST_SENTENCE_CHARS = 12;
/** A candidate this near to a chosen sentence says nothing new. */
const TOO_SIMILAR = 0.85;

export interface SummarizeDeps {
  readonly store: PassageStore;
  readonly encoder: SentenceEncoder;
  readonly chat: ChatModel | null;
  /** Absent: nobody reads the points for meaning. */
  readonly judge?: Judge | undefined;
}

/** A short account of one article, each point citing its sentence. @throws AppError model-* */
export async function summarize(
  article: Article,
  language: Language,
  deps: SummarizeDeps,
  signal?: AbortSignal,
): Promise<Summary> {
  const card = cardOf(article);
  const passages = deps.store.passagesOf(article.id);
  const coverage = { read: passages.length, of: passages.length };
  const quoted = (facts?: ReplyFacts) =>
    extracted(card, language, coverage, extractSummary(article, card, passages, deps.encoder), facts);
  if (deps.chat === null || passages.length === 0) return quoted();
  const pieces = piecesOf(passages);
  const replies = await inParallel(pieces, MOST_AT_ONCE, (piece) => write(piece, card, language, deps, signal));
  const points = replies.flatMap(({ claims }) => claims);
  const whole = pieces.length === 1 ? null : await reduce(points, card, language, deps, signal);
  const claims = whole === null || whole.claims.length === 0 ? points : whole.claims;
  const all = whole === null ? replies : [...replies, whole];
  const dropped = all.flatMap((reply) => reply.dropped);
  const usage = all.map((reply) => reply.usage).reduce(sumUsage, null);
  const judging = all.findLast((reply) => reply.judging !== undefined)?.judging;
  if (claims.length === 0) return quoted({ dropped, usage, judging });
  const repaired = all.reduce((sum, reply) => sum + reply.repaired, 0);
  return { article: card, language, kind: "written", coverage, claims, dropped, repaired, usage, judging };
}

/** Points of one piece of the article, which fits into a prompt. */
function write(
  passages: readonly Passage[],
  card: ArticleCard,
  language: Language,
  deps: SummarizeDeps,
  signal: AbortSignal | undefined,
): Promise<CheckedReply> {
  const keyed = assignKeys(passages.map((passage) => unranked(passage, card)));
  return ask(keyed, language, deps, signal);
}

/** The points of all pieces as those of one text: from the sentences that they cite. */
function reduce(
  points: readonly Claim[],
  card: ArticleCard,
  language: Language,
  deps: SummarizeDeps,
  signal: AbortSignal | undefined,
): Promise<CheckedReply> {
  const cited = Map.groupBy(
    points.flatMap(({ citations }) => citations),
    ({ passageId }) => passageId,
  );
  const passages = deps.store.passages([...cited.keys()]);
  const keyed = assignKeys(passages.map((passage) => unranked(passage, card))).map((one) => {
    const ordinals = new Set(cited.get(one.found.passage.id)?.map(({ sentence }) => sentence.ordinal));
    return { ...one, sentences: one.sentences.filter(({ ordinal }) => ordinals.has(ordinal)) };
  });
  return ask(keyed, language, deps, signal);
}

function ask(
  keyed: readonly KeyedPassage[],
  language: Language,
  { chat, encoder, judge }: SummarizeDeps,
  signal: AbortSignal | undefined,
): Promise<CheckedReply> {
  if (chat === null) throw new Error("a summary is written by a model");
  const context = checkContext(
    keyed.map(({ found }) => found),
    "",
    encoder,
  );
  const options = { signal, judge, speaksToQuestion: () => true };
  return claimsFromModel(chat, summaryRequest(language, keyed), keyTable(keyed), context, options);
}

function sumUsage(sum: Usage | null, usage: Usage | null): Usage | null {
  if (sum === null || usage === null) return sum ?? usage;
  return { chat: sumTokens(sum.chat, usage.chat), judge: sumTokens(sum.judge, usage.judge) };
}

function extracted(
  article: ArticleCard,
  language: Language,
  coverage: NonNullable<Summary["coverage"]>,
  claims: readonly Claim[],
  { dropped, usage, judging }: ReplyFacts = NOT_ASKED,
): Summary {
  return { article, language, kind: "extracted", coverage, claims, dropped, repaired: 0, usage, judging };
}

function cardOf({ body: _, ...card }: Article): ArticleCard {
  return card;
}

/** All of the article, in pieces that fit into a prompt. */
function piecesOf(passages: readonly Passage[]): Passage[][] {
  const pieces: Passage[][] = [];
  let chars = Number.POSITIVE_INFINITY;
  for (const passage of passages) {
    chars += passage.text.length;
    if (chars > MAX_PROMPT_CHARS) {
      pieces.push([]);
      chars = passage.text.length;
    }
    pieces.at(-1)?.push(passage);
  }
  return pieces;
}

interface Scored {
  readonly passage: Passage;
  /** One, or two that follow one another. */
  readonly sentences: readonly Sentence[];
  readonly text: string;
  readonly vector: Float32Array;
  readonly score: number;
  /** Which of as many equal parts of the article as there are points to choose. */
  readonly part: number;
}

export interface Extent {
  readonly points: number;
  /** Most sentences of a point. */
  readonly sentences: 1 | 2;
}

/**
 * The sentences, or pairs of neighbours, nearest to title and text as a whole, the first ones sooner, none saying what another
 * says, spread over the article: each further one of the same part counts less. In the article's order.
 */
export function extractSummary(
  article: Article,
  card: ArticleCard,
  passages: readonly Passage[],
  encoder: SentenceEncoder,
  extent: Extent = { points: pointsFor(article, passages), sentences: 2 },
): Claim[] {
  const topic = encoder.encode(`${article.title}\n${article.title}\n${article.body}`);
  const length = Math.max(1, article.body.length);
  const left = passages
    .flatMap((passage) => pointsIn(passage, extent.sentences))
    .flatMap((point): Scored[] => {
      const vector = encoder.encode(point.text);
      if (vector === null || topic === null) return [];
      const at = startOf(point) / length;
      return [{ ...point, vector, part: Math.floor(at * extent.points), score: dot(vector, topic) + LEAD * (1 - at) }];
    });
  const chosen: Scored[] = [];
  while (chosen.length < extent.points) {
    const worth = ({ part, score }: Scored) => score - SAME_PART * chosen.filter((one) => one.part === part).length;
    const saysMore = (one: Scored) =>
      chosen.every((other) => !sharesSentence(other, one) && dot(other.vector, one.vector) < TOO_SIMILAR);
    const next = left.filter(saysMore).sort((a, b) => worth(b) - worth(a))[0];
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen
    .sort((a, b) => startOf(a) - startOf(b))
    .map(({ passage, sentences, text }) => ({
      text,
      citations: sentences.map((sentence) => ({ article: card, passageId: passage.id, sentence })),
      mark: "verbatim",
    }));
}

type Point = Pick<Scored, "passage" | "sentences" | "text">;

/** A sentence alone, and with the next one where both are short. */
function pointsIn(passage: Passage, most: Extent["sentences"]): Point[] {
  const isTelling = ({ text }: Sentence) => text.length >= LEAST_SENTENCE_CHARS && !/[?？]$/.test(text);
  return passage.sentences.flatMap((sentence, index): Point[] => {
    if (!isTelling(sentence)) return [];
    const alone = { passage, sentences: [sentence], text: sentence.text };
    const next = passage.sentences[index + 1];
    if (most === 1 || next === undefined || !isTelling(next)) return [alone];
    const text = `${sentence.text}${/\p{Script=Han}/u.test(sentence.text) ? "" : " "}${next.text}`;
    return text.length > MOST_PAIR_CHARS ? [alone] : [alone, { passage, sentences: [sentence, next], text }];
  });
}

const startOf = ({ sentences: [first] }: Point): number => first?.span.start ?? 0;

const sharesSentence = (a: Point, b: Point): boolean => a.sentences.some((one) => b.sentences.includes(one));

/** One for every so many characters, within bounds; of a short article no more than a part of it. */
function pointsFor({ body }: Article, passages: readonly Passage[]): number {
  const sentences = passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  const wanted = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.round(body.length / CHARS_A_POINT)));
  return Math.min(wanted, Math.max(LEAST_OF_ANY, Math.ceil(sentences / SENTENCES_A_POINT)));
}
