import type { ArticleCard, Claim, Overview, Question } from "../domain.ts";
import { dot } from "../dot.ts";
import type { PassageStore, SentenceEncoder } from "../ports.ts";
import { type RetrievalDeps, retrieve } from "../retrieval/retrieve.ts";
import { yieldToEventLoop } from "../retrieval/run-exclusive.ts";
import { extractSummary } from "./summarize.ts";

const MOST_ARTICLES = 10;
const PASSAGES_SEARCHED = 60;
/** Share of the best passage's score; passages below it are about something else. */
const LEAST_SHARE = 0.6;
const CANDIDATES = { points: 4, sentences: 1 } as const;

/** Words that ask for a summary or name days, but no subject. */
const NO_SUBJECT =
  /请|帮我|总结|概括|综述|摘要|梳理|回顾|归纳|汇总|一下|有什么|有哪些|什么|新闻|文章|内容|消息|动态|大事|发生|讲|说|写|发表?|的|了|吗|呢|里|都|(?<!上)上+个?(?:周|星期|月|季度)|[这本]个?(?:周|星期|月|季度)|最近|近期|[去今前]年|昨天|今天|前天|[一二三四五六七八九十两\d]+(?:年|月份?|日|号|天|周|个月)|底|初|中旬|\b(?:please|summar(?:y|i[sz]e)|digest|recap|overview|of|the|an?|what|was|is|were|new|news|articles?|happened|in|on|from|about|last|this|past|recent(?:ly)?|week|month|year|days?|yesterday|today|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)\b|[\s\p{P}]/giu;

/** Whether the words name a subject besides days and accounts. */
export const namesSubject = (text: string): boolean => text.replace(NO_SUBJECT, "").length > 0;

/**
 * One sentence from each of several articles, verbatim: about the subject if the question names one, otherwise from all
 * articles of its days and accounts. If there are too many, they are spread over months and accounts. null: none.
 */
export async function overview(
  question: Question,
  deps: RetrievalDeps,
  signal?: AbortSignal,
): Promise<Overview | null> {
  const hasSubject = namesSubject(question.text);
  const found = hasSubject ? await onSubject(question, deps, signal) : withoutReposts(question, deps.store);
  if (found.length === 0) return null;
  const chosen = spread(found, MOST_ARTICLES).toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const subject = hasSubject ? deps.encoder.encode(question.text) : null;
  const claims: Claim[] = [];
  for (const card of chosen) {
    await yieldToEventLoop(signal);
    const claim = sayingOf(card, subject, deps.store, deps.encoder);
    if (claim !== null) claims.push(claim);
  }
  return { language: question.language, claims, read: chosen.length, articles: found.length, about: question.text };
}

async function onSubject(question: Question, deps: RetrievalDeps, signal?: AbortSignal): Promise<ArticleCard[]> {
  const { passages } = await retrieve(question, deps, PASSAGES_SEARCHED, signal);
  const least = (passages[0]?.score ?? 0) * LEAST_SHARE;
  const near = passages.filter(({ score }) => score >= least).map(({ article }) => article);
  return [...new Map(near.map((card) => [card.repostOf ?? card.id, card])).values()];
}

function withoutReposts({ scope, range }: Question, store: PassageStore): ArticleCard[] {
  return store.select({ articles: scope, range }).filter(({ repostOf }) => repostOf === null);
}

/** Takes one of each month and account in turn, keeping the order within each. */
function spread(cards: readonly ArticleCard[], most: number): ArticleCard[] {
  const groups = [...Map.groupBy(cards, (card) => `${dayOf(card).slice(0, 7)} ${card.author ?? ""}`).values()];
  const turns = Math.max(...groups.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) => groups.flatMap((group) => group[turn] ?? []))
    .flat()
    .slice(0, most);
}

const dayOf = ({ publishedAt }: ArticleCard): string => publishedAt?.slice(0, 10) ?? "";

/** The central sentence nearest to the subject, otherwise the first one. */
function sayingOf(
  card: ArticleCard,
  subject: Float32Array | null,
  store: PassageStore,
  encoder: SentenceEncoder,
): Claim | null {
  const article = store.article(card.id);
  if (article === null) return null;
  const central = extractSummary(article, card, store.passagesOf(card.id), encoder, CANDIDATES);
  if (subject === null) return central[0] ?? null;
  const nearness = ({ text }: Claim) => {
    const vector = encoder.encode(text);
    return vector === null ? 0 : dot(vector, subject);
  };
  return central.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? null;
}
