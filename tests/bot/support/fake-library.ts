import type {
  Answer,
  ArticleCard,
  ArticleId,
  ArticlePage,
  Citation,
  Claim,
  CollectionPage,
  ExamResult,
  FoundPage,
  Overview,
  PassageId,
  PlacesPage,
  Reading,
  Timeline,
} from "../../../src/domain.ts";
import type {
  ArticleDetails,
  ArticleFile,
  AskRequest,
  ClosestRequest,
  CollectionRequest,
  Library,
  OverviewRequest,
  ReadRequest,
  SummaryRequest,
} from "../../../src/library/library.ts";
import { readMessage } from "../../../src/questions/read-message.ts";
import { EMPTY_SHELF } from "../../../src/questions/shelf.ts";

export function card(id: string, over: Partial<ArticleCard> = {}): ArticleCard {
  return {
    id: id as ArticleId,
    title: `Title of ${id}`,
    author: "Harbour Notes",
    publishedAt: "2024-05-11T21:07+08:00",
    url: `https://example.org/${id}`,
    language: "en",
    sourcePath: `${id}.md`,
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: null,
    ...over,
  };
}

export function cite(article: ArticleCard, text: string): Citation {
  const sentence = { ordinal: 0, span: { start: 0, end: text.length }, text };
  return { article, passageId: `${article.id}-p1` as PassageId, sentence };
}

export function claim(text: string, ...citations: readonly Citation[]): Claim {
  return { text, citations, mark: "checked" };
}

export function answered(claims: readonly Claim[]): Answer & { readonly kind: "answered" } {
  const searched = { articles: 12, from: "2023-01-02", to: "2025-03-04" };
  return {
    kind: "answered",
    language: "en",
    claims,
    dropped: [],
    repaired: 0,
    open: [],
    layout: "text",
    coverage: "complete",
    searched,
    usage: null,
  };
}

export const LIGHTHOUSE = card("lighthouse");
export const SIMPLE = answered([
  claim("The lamp was lit in 1931.", cite(LIGHTHOUSE, "In 1931 the lamp was lit for the first time.")),
]);

/** Answers what the test says, and notes what it was asked. */
export class FakeLibrary implements Library {
  readonly asked: AskRequest[] = [];
  readonly summarized: SummaryRequest[] = [];
  readonly overviews: OverviewRequest[] = [];
  readonly searched: ClosestRequest[] = [];
  readonly reset: string[] = [];
  readonly articles = new Map([[LIGHTHOUSE.id, LIGHTHOUSE]]);
  chatModel: string | null = null;
  judgeModel: string | null = null;
  judgeExam: ExamResult | null = null;
  answer: (request: AskRequest) => Promise<Answer> = async () => SIMPLE;
  near: (request: ClosestRequest) => Promise<readonly Claim[]> = async () => SIMPLE.claims;

  ask(request: AskRequest): Promise<Answer> {
    this.asked.push(request);
    return this.answer(request);
  }

  async read({ text, quotes = "beside-operators" }: ReadRequest): Promise<Reading> {
    return readMessage(text, { today: "2025-06-01", shelf: EMPTY_SHELF, quotes });
  }

  async collection({ query }: CollectionRequest): Promise<CollectionPage> {
    const rows = [...this.articles.values()];
    const understood = { range: null, scope: null, isScopeEmpty: false, newest: null };
    const page = { page: 0, pages: 1, first: 1, rows };
    return { query, understood, articles: rows.length, shown: { kind: "cards", ...page } };
  }

  closest(request: ClosestRequest): Promise<readonly Claim[]> {
    this.searched.push(request);
    return this.near(request);
  }

  async summarize(request: SummaryRequest) {
    this.summarized.push(request);
    if (typeof request.about === "string" && request.about.startsWith("nothing ")) return null;
    return {
      article: LIGHTHOUSE,
      language: request.language,
      kind: "extracted" as const,
      claims: SIMPLE.claims,
      dropped: [],
      repaired: 0,
      usage: null,
    };
  }

  async overview(request: OverviewRequest): Promise<Overview | null> {
    this.overviews.push(request);
    if (request.text.startsWith("nothing ")) return null;
    return { language: "en", about: request.text, claims: SIMPLE.claims, read: 1, articles: 12 };
  }

  async timeline(): Promise<Timeline | null> {
    return null;
  }

  article(id: ArticleId): ArticleFile | null {
    const found = this.articles.get(id);
    if (found === undefined) return null;
    return { card: found, fileName: "lighthouse.md", markdown: `# ${found.title}\n\n灯塔 body\n` };
  }

  details(id: ArticleId): ArticleDetails | null {
    const found = this.articles.get(id);
    return found === undefined ? null : { card: found, size: 1_234, reposts: 0, repeats: null };
  }

  browse(_: string, __: number): ArticlePage {
    const rows = [...this.articles.values()];
    return { kind: "all", articles: rows.length, page: 0, pages: 1, first: 1, rows };
  }

  async find(_: string, page: number): Promise<FoundPage> {
    return { searched: 12, words: 1, articles: 0, places: 0, page, pages: 1, first: 1, rows: [] };
  }

  async findIn(_: ArticleId, __: string, ___: number): Promise<PlacesPage | null> {
    return null;
  }

  around(_: PassageId, __: number, text: string) {
    return text.startsWith("Gone") ? null : { before: "Before it.", after: "", heading: "Light", percent: 40 };
  }

  facts() {
    return { articles: 12, passages: 340, from: "2023-01-02", to: "2025-03-04", embedder: "table-1" };
  }

  resetConversation(chat: string): void {
    this.reset.push(chat);
  }
}
