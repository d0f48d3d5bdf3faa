import { type AskDeps, ask } from "./answering/ask.ts";
import { closestPassages } from "./answering/closest-passages.ts";
import { summarize } from "./answering/summarize.ts";
import type { Library } from "./bot/deps.ts";
import type { Answer, ArticleCard, Claim, Summary } from "./domain.ts";
import type { SnapshotFollower } from "./indexing/follow-snapshots.ts";
import type { ChatModel, Clock, Embedder, PassageStore, SentenceEncoder, StateStore } from "./ports.ts";
import { readQuestion } from "./questions/read.ts";

export interface LibraryDeps {
  readonly snapshots: SnapshotFollower;
  readonly embedder: Embedder;
  readonly encoder: SentenceEncoder;
  readonly chat: ChatModel | null;
  readonly state: StateStore;
  readonly clock: Clock;
}

const TURNS_REMEMBERED = 5;
const LONGEST_REMEMBERED_CHARS = 2_000;

/** The answering side as chats and terminals use it: each call works on the newest snapshot and holds it until its end. */
export function createLibrary(deps: LibraryDeps): Library {
  const { snapshots, state, chat } = deps;
  const withSnapshot = <T>(work: (askDeps: AskDeps) => T): T => {
    const lease = snapshots.acquire();
    const { store, vectors } = lease.snapshot;
    try {
      const result = work({ store, vectors, embedder: deps.embedder, encoder: deps.encoder, chat });
      if (result instanceof Promise) return result.finally(() => lease.release()) as T;
      lease.release();
      return result;
    } catch (error) {
      lease.release();
      throw error;
    }
  };

  return {
    chatModel: chat?.name ?? null,
    ask: (request) =>
      withSnapshot(async (askDeps) => {
        const question = readQuestion(request.text, deps.clock.now(), state.turns(request.chat, TURNS_REMEMBERED));
        const answer = await ask(question, askDeps, request);
        state.appendTurn(request.chat, { question: question.text, answer: spoken(answer) });
        if (answer.kind === "abstained") state.recordGap(question.text, question.language, answer.reason);
        return answer;
      }),
    closest: ({ text, limit, signal }) =>
      withSnapshot((askDeps) => closestPassages(readQuestion(text, deps.clock.now()), askDeps, limit, signal)),
    summarize: (request) =>
      withSnapshot(async (askDeps): Promise<Summary | null> => {
        const card = findArticle(request.about, askDeps.store);
        const article = card === null ? null : askDeps.store.article(card.id);
        return article === null ? null : summarize(article, request.language, askDeps, request.signal);
      }),
    article: (id) =>
      withSnapshot(({ store }) => {
        const article = store.article(id);
        const card = store.card(id);
        if (article === null || card === null) return null;
        return { card, fileName: `${fileNameOf(card)}.md`, markdown: asMarkdown(card, article.body) };
      }),
    around: (id, ordinal, text) =>
      withSnapshot(({ store }) => {
        const [passage] = store.passages([id]);
        const at = passage?.sentences.findIndex((sentence) => sentence.ordinal === ordinal && sentence.text === text);
        const article = passage === undefined ? null : store.article(passage.articleId);
        if (passage === undefined || at === undefined || at === -1 || article === null) return null;
        const start = passage.sentences[at]?.span.start ?? 0;
        return {
          before: passage.sentences[at - 1]?.text ?? "",
          after: passage.sentences[at + 1]?.text ?? "",
          heading: passage.heading,
          percent: Math.round((100 * start) / Math.max(1, article.body.length)),
        };
      }),
    facts: () => withSnapshot(({ store }) => store.facts()),
    resetConversation: (chatId) => state.resetConversation(chatId),
  };
}

function findArticle(about: string, store: PassageStore): ArticleCard | null {
  const words = about.trim();
  if (words === "") return store.list(0, 1)[0] ?? null;
  const link = /https?:\/\/\S+/.exec(words)?.[0];
  return (link === undefined ? null : store.findByUrl(link)) ?? store.findByTitle(words, 1)[0] ?? null;
}

function spoken(answer: Answer): string {
  const claims: readonly Claim[] = answer.kind === "abstained" ? [] : answer.claims;
  return claims
    .map((claim) => claim.text)
    .join("\n")
    .slice(0, LONGEST_REMEMBERED_CHARS);
}

/** Short enough for every file system, and free of what they forbid. */
function fileNameOf(card: ArticleCard): string {
  const day = card.publishedAt?.slice(0, 10) ?? "undated";
  return `${day}-${card.title.replace(/[\s\p{P}\p{S}\p{C}]+/gu, "-").slice(0, 50)}`.replace(/-+$/, "");
}

function asMarkdown(card: ArticleCard, body: string): string {
  const facts = [card.author, card.publishedAt?.slice(0, 10) ?? null, card.url].filter((fact) => fact !== null);
  return `# ${card.title}\n\n${facts.join(" · ")}\n\n${body}\n`;
}
