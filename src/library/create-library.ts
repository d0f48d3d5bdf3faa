import { type AskDeps, ask } from "../answering/ask.ts";
import { changeAnswer } from "../answering/change-answer.ts";
import { closestPassages } from "../answering/closest-passages.ts";
import type { ExaminedJudge } from "../answering/exam/examined-judge.ts";
import { outcomesOfAnswer, outcomesOfFailure, outcomesOfSummary, usageOfAnswer } from "../answering/outcomes.ts";
import { overview } from "../answering/overview.ts";
import { summarize } from "../answering/summarize.ts";
import { timelineOf } from "../answering/timeline/timeline.ts";
import type {
  Answer,
  ArticleCard,
  ArticleId,
  Claim,
  DateRange,
  OutcomeName,
  Question,
  Reading,
  Scope,
  Summary,
  Turn,
  Usage,
} from "../domain.ts";
import { around } from "../finding/around.ts";
import { browse } from "../finding/browse.ts";
import { collectionPage } from "../finding/collection.ts";
import { findPage, findPlaces } from "../finding/find.ts";
import { holding } from "../finding/holding.ts";
import { oneArticle } from "../finding/one-article.ts";
import type { SnapshotFollower } from "../indexing/follow-snapshots.ts";
import type { ChatModel, Clock, Embedder, PassageStore, SentenceEncoder, StateStore } from "../ports.ts";
import { withInherited } from "../questions/inherit.ts";
import { asksForNews } from "../questions/intents/summary.ts";
import { readOperators } from "../questions/operators.ts";
import { readByModel } from "../questions/read-by-model.ts";
import { type ReadingOptions, readMessage } from "../questions/read-message.ts";
import { WHOLE } from "../questions/reading.ts";
import { turnRepliedTo } from "../questions/replied-turn.ts";
import { shelfOf } from "../questions/shelf.ts";
import { todayIn } from "../questions/today.ts";
import { articlesIn, understand } from "../questions/understand.ts";
import { readWords } from "../text/read-words.ts";
import { sizeOf } from "../text/size.ts";
import { articleFile } from "./article-file.ts";
import type { ArticleDetails, AskRequest, Library, ReadRequest } from "./library.ts";

export interface LibraryDeps {
  readonly snapshots: SnapshotFollower;
  readonly embedder: Embedder;
  readonly encoder: SentenceEncoder;
  readonly chat: ChatModel | null;
  /** What reads the claims of the chat model for meaning, once it passed its exam; null where nothing does. */
  readonly judge?: ExaminedJudge | null | undefined;
  readonly state: StateStore;
  readonly clock: Clock;
  /** In which it is today; Asia/Shanghai when left out. */
  readonly timeZone?: string | undefined;
}

const DEFAULT_TIME_ZONE = "Asia/Shanghai";
const TURNS_REMEMBERED = 5;
const TURNS_TO_REPLY_TO = 100;
const LONGEST_REMEMBERED_CHARS = 2_000;

/** The answering side as chats and terminals use it: each call works on the newest snapshot and holds it until its end. */
export function createLibrary(deps: LibraryDeps): Library {
  const { snapshots, state, chat, judge } = deps;
  const withSnapshot = <T>(work: (askDeps: AskDeps) => T): T => {
    const lease = snapshots.acquire();
    const { store, vectors } = lease.snapshot;
    try {
      const result = work({
        store,
        vectors,
        embedder: deps.embedder,
        encoder: deps.encoder,
        chat,
        judge: judge?.inOffice,
      });
      if (result instanceof Promise) return result.finally(() => lease.release()) as T;
      lease.release();
      return result;
    } catch (error) {
      lease.release();
      throw error;
    }
  };

  const timeZone = deps.timeZone ?? DEFAULT_TIME_ZONE;
  const readingOptions = (store: PassageStore): ReadingOptions => ({
    today: todayIn(timeZone, deps.clock.now()),
    shelf: shelfOf(store),
  });
  const byRules = ({ text, quotes }: ReadRequest, store: PassageStore): Reading => {
    const options = readingOptions(store);
    return readMessage(text, quotes === undefined ? options : { ...options, quotes });
  };
  const read = async (request: ReadRequest, store: PassageStore): Promise<Reading> => {
    const reading = newsAsSummary(byRules(request, store), store);
    return chat === null ? reading : readByModel(request.text, reading, shelfOf(store), chat, request.signal);
  };

  const operatorsOf = (words: string, store: PassageStore) =>
    readOperators(words, shelfOf(store), todayIn(timeZone, deps.clock.now()), "left");

  return {
    chatModel: chat?.name ?? null,
    judgeModel: judge?.name ?? null,
    get judgeExam() {
      return judge?.result ?? null;
    },
    ask: (request) =>
      withSnapshot(async (askDeps) => {
        const { store } = askDeps;
        const scope = request.scope ?? null;
        const { turns, continues } = historyFor(request, state);
        const previous = turns.findLast(({ claims }) => claims.length > 0);
        const own = request.reading ?? (await read(request, store));
        const asRead = withInherited(own, turns, readingOptions(store));
        const meant = asRead.ofThisArticle ? articleOf(previous, store) : null;
        const reading = meant === null ? asRead : { ...asRead, scope: { ...asRead.scope, title: meant.title } };
        const { question, understanding } = understand(reading, store, turns, {
          pinned: scope,
          titled: meant?.id,
          ignored: request.ignored,
          range: request.range,
          holding: await holding(reading.scope, store),
        });
        const changed = reading.change === null ? undefined : previous;
        const work =
          changed === undefined || reading.change === null
            ? ask({ ...question, continues }, askDeps, request)
            : changeAnswer(reading.change, changed, question, askDeps, request);
        const answer = await counted(work, state, {
          ofResult: outcomesOfAnswer,
          costOf: usageOfAnswer,
          ofError: (error) => outcomesOfFailure(error, "error", request.signal),
        });
        state.appendTurn(request.chat, turnOf(own.texts.join(" "), question, answer, changed));
        const understood = { ...answer, understood: understanding };
        if (answer.kind !== "abstained" || changed !== undefined) return understood;
        // The rest of the articles may well say it.
        if (scope !== null) return { ...understood, nearest: [] };
        if (question.scope === null && question.range?.mode !== "filter")
          state.recordGap(question.text, question.language, answer.reason);
        return understood;
      }),
    closest: ({ text, limit, signal }) =>
      withSnapshot(async (askDeps) => {
        const reading = byRules({ text, quotes: "always" }, askDeps.store);
        const limits = { holding: await holding(reading.scope, askDeps.store) };
        return closestPassages(understand(reading, askDeps.store, [], limits).question, askDeps, limit, signal);
      }),
    read: (request) => withSnapshot(({ store }) => read(request, store)),
    collection: ({ query, scope, range, ignored }, page) =>
      withSnapshot(async ({ store }) => {
        const today = todayIn(timeZone, deps.clock.now());
        const limits = { ignored, holding: await holding(scope, store) };
        const { question, understanding } = understand({ ...NO_READING, scope, range, asOf: today }, store, [], limits);
        return collectionPage(
          query,
          { articles: question.scope, range: question.range, understood: understanding },
          page,
          store,
        );
      }),
    summarize: (request) =>
      withSnapshot(async (askDeps): Promise<Summary | null> => {
        const { about } = request;
        const card = typeof about === "string" ? oneArticle(about, askDeps.store) : askDeps.store.card(about.id);
        const article = card === null ? null : askDeps.store.article(card.id);
        if (article === null) return null;
        return counted(summarize(article, request.language, askDeps, request.signal), state, {
          ofResult: outcomesOfSummary,
          costOf: ({ usage }) => usage,
          ofError: (error) => outcomesOfFailure(error, "summary-failed", request.signal),
        });
      }),
    overview: ({ text, reading: given, range, signal }) =>
      withSnapshot(async (askDeps) => {
        const { store } = askDeps;
        const reading = given ?? (await read({ text }, store));
        const limits = { range, holding: await holding(reading.scope, store) };
        const { question, understanding } = understand(reading, store, [], limits);
        // Days that hold nothing have no overview, whatever other days hold.
        if (understanding.range?.used === false && understanding.range.mode === "filter") return null;
        const found = await overview(question, askDeps, signal);
        return found === null ? null : { ...found, understood: understanding };
      }),
    timeline: (words) => withSnapshot(({ store }) => timelineOf(words, store)),
    article: (id) =>
      withSnapshot(({ store }) => {
        const article = store.article(id);
        const card = store.card(id);
        if (article === null || card === null) return null;
        return articleFile(card, article.body);
      }),
    details: (id) => withSnapshot(({ store }) => detailsOf(id, store)),
    browse: (words, page) => withSnapshot(({ store }) => browse(readWords(words), page, store)),
    find: (words, page) =>
      withSnapshot(async ({ store }) => {
        const { text, scope, range, isOperated } = operatorsOf(words, store);
        const among = isOperated ? await idsIn(scope, range, store) : null;
        return findPage(readWords(text), page, store, among);
      }),
    findIn: (id, words, page) =>
      withSnapshot(({ store }) => findPlaces(id, readWords(operatorsOf(words, store).text), page, store)),
    around: (id, ordinal, text) => withSnapshot(({ store }) => around(id, ordinal, text, store)),
    facts: () => withSnapshot(({ store }) => ({ ...store.facts(), embedder: deps.embedder.fingerprint })),
    resetConversation: (chatId) => state.resetConversation(chatId),
  };
}

/** Of questions about the collection only days and scope are looked at. */
const NO_READING: Reading = {
  intent: "collection",
  texts: [],
  language: "en",
  asOf: "",
  range: null,
  order: null,
  scope: WHOLE,
  ofThisArticle: false,
  collection: null,
  change: null,
  smallTalk: null,
};

/** The news of days that hold articles is a summary of them; of days that hold none it stays a question, which says so. */
function newsAsSummary(reading: Reading, store: PassageStore): Reading {
  const { intent, range, texts } = reading;
  const isNews = intent === "question" && range?.mode === "filter" && asksForNews(texts.join(" "));
  return isNews && store.facts({ articles: null, range }).articles > 0 ? { ...reading, intent: "summary" } : reading;
}

/** The article that a turn was answered from first, as it is now. */
function articleOf(turn: Turn | undefined, store: PassageStore): ArticleCard | null {
  const cited = turn?.claims[0]?.citations[0]?.article;
  return cited === undefined ? null : store.card(cited.id);
}

async function idsIn(scope: Scope, range: DateRange | null, store: PassageStore): Promise<ReadonlySet<ArticleId>> {
  const articles = articlesIn(scope, store, await holding(scope, store));
  return new Set(store.select({ articles, range }).map(({ id }) => id));
}

function detailsOf(id: ArticleId, store: PassageStore): ArticleDetails | null {
  const article = store.article(id);
  const card = store.card(id);
  if (article === null || card === null) return null;
  const original = card.repostOf === null ? null : store.card(card.repostOf);
  return {
    card,
    size: sizeOf(article.body, article.language),
    reposts: store.repostsOf(id).length,
    repeats: original?.title ?? null,
  };
}

interface Endings<T> {
  ofResult(result: T): readonly OutcomeName[];
  costOf(result: T): Usage | null;
  ofError(error: unknown): readonly OutcomeName[];
}

/** Counts how the work ended and what it cost; its error passes on. */
async function counted<T>(work: Promise<T>, state: StateStore, { ofResult, costOf, ofError }: Endings<T>): Promise<T> {
  try {
    const result = await work;
    state.countOutcomes(ofResult(result));
    const usage = costOf(result);
    if (usage !== null) state.countTokens(usage);
    return result;
  } catch (error) {
    state.countOutcomes(ofError(error));
    throw error;
  }
}

/** What was asked about stays the question where only the form of its answer was changed. */
function turnOf(asked: string, { text }: Question, answer: Answer, changed: Turn | undefined): Turn {
  const claims: readonly Claim[] = answer.kind === "abstained" ? (changed?.claims ?? []) : answer.claims;
  const said = claims.map((claim) => claim.text).join("\n");
  const read = answer.follows?.read ?? changed?.read ?? text;
  return { question: asked, answer: said.slice(0, LONGEST_REMEMBERED_CHARS), read, claims };
}

/** The turns that count for a question: none, the one that was replied to, or the latest. */
function historyFor(
  { chat, alone, repliedTo }: AskRequest,
  state: StateStore,
): { readonly turns: readonly Turn[]; readonly continues: boolean } {
  if (alone === true) return { turns: [], continues: false };
  const replied = repliedTo == null ? null : turnRepliedTo(repliedTo, state.turns(chat, TURNS_TO_REPLY_TO));
  return replied === null
    ? { turns: state.turns(chat, TURNS_REMEMBERED), continues: false }
    : { turns: [replied], continues: true };
}
