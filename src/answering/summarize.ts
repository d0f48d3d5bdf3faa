import { checkContext } from "../checking/context.ts";
import type { Article, ArticleCard, Claim, Language, Passage, Sentence, Summary } from "../domain.ts";
import { dot } from "../dot.ts";
import type { ChatModel, PassageStore, SentenceEncoder } from "../ports.ts";
import { claimsFromModel, NOT_ASKED, type ReplyFacts } from "./claims-from-model.ts";
import type { Judge } from "./judge.ts";
import { assignKeys, keyTable } from "./keys.ts";
import { summaryRequest } from "./prompt.ts";
import { unranked } from "./unranked.ts";

/** More than this is not sent to a model; about 8,000 tokens of Chinese. */
const MAX_PROMPT_CHARS = 12_000;
const EXTRACTED_SENTENCES = 5;
const LEAST_SENTENCE_CHARS = 15;
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
  if (deps.chat === null) return extracted(card, language, extractSummary(article, card, passages, deps.encoder));
  const keyed = assignKeys(fitting(passages).map((passage) => unranked(passage, card)));
  const shown = keyed.map(({ found }) => found);
  const context = checkContext(shown, "", deps.encoder);
  const options = { signal, judge: deps.judge, speaksToQuestion: () => true };
  const reply = await claimsFromModel(deps.chat, summaryRequest(language, keyed), keyTable(keyed), context, options);
  if (reply.claims.length === 0)
    return extracted(card, language, extractSummary(article, card, passages, deps.encoder), reply);
  const { claims, dropped, repaired, usage, judging } = reply;
  return { article: card, language, kind: "written", claims, dropped, repaired, usage, judging };
}

function extracted(
  article: ArticleCard,
  language: Language,
  claims: readonly Claim[],
  { dropped, usage, judging }: ReplyFacts = NOT_ASKED,
): Summary {
  return { article, language, kind: "extracted", claims, dropped, repaired: 0, usage, judging };
}

function cardOf({ body: _, ...card }: Article): ArticleCard {
  return card;
}

function fitting(passages: readonly Passage[]): Passage[] {
  const fit: Passage[] = [];
  let chars = 0;
  for (const passage of passages) {
    chars += passage.text.length;
    if (chars > MAX_PROMPT_CHARS) break;
    fit.push(passage);
  }
  return fit;
}

interface Scored {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly vector: Float32Array;
  readonly score: number;
}

/** The sentences nearest to title and text as a whole, none saying what another says, in the article's order. */
export function extractSummary(
  article: Article,
  card: ArticleCard,
  passages: readonly Passage[],
  encoder: SentenceEncoder,
  count = EXTRACTED_SENTENCES,
): Claim[] {
  const topic = encoder.encode(`${article.title}\n${article.title}\n${article.body}`);
  const scored = passages
    .flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })))
    .filter(({ sentence }) => sentence.text.length >= LEAST_SENTENCE_CHARS && !/[?？]$/.test(sentence.text))
    .flatMap((item): Scored[] => {
      const vector = encoder.encode(item.sentence.text);
      return vector === null || topic === null ? [] : [{ ...item, vector, score: dot(vector, topic) }];
    })
    .sort((a, b) => b.score - a.score);
  const chosen: Scored[] = [];
  for (const candidate of scored) {
    if (chosen.length === count) break;
    if (chosen.every((other) => dot(other.vector, candidate.vector) < TOO_SIMILAR)) chosen.push(candidate);
  }
  return chosen
    .sort((a, b) => a.sentence.span.start - b.sentence.span.start)
    .map(({ passage, sentence }) => ({
      text: sentence.text,
      citations: [{ article: card, passageId: passage.id, sentence }],
      mark: "verbatim",
    }));
}
