import type { Answer, ArticleCard, ArticleId, Claim, Passage, PassageId, RetrievedPassage } from "../../src/domain.ts";
import type { EvaluationQuestion, SystemUnderTest } from "../../tools/evaluation/system.ts";

export const articleId = (name: string) => name as ArticleId;

/** An article of one passage whose sentences end at "。" or ". ". */
export function article(name: string, body: string, repostOf: string | null = null) {
  const card: ArticleCard = {
    id: articleId(name),
    title: name,
    author: null,
    publishedAt: null,
    url: null,
    language: "en",
    sourcePath: `${name}.md`,
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: repostOf === null ? null : articleId(repostOf),
  };
  const sentences = [...body.matchAll(/[^.。]+[.。]\s?/g)].map((match, ordinal) => ({
    ordinal,
    span: { start: match.index, end: match.index + match[0].trimEnd().length },
    text: match[0].trimEnd(),
  }));
  const passage: Passage = {
    id: `${name}#0` as PassageId,
    articleId: card.id,
    ordinal: 0,
    heading: null,
    language: "en",
    span: { start: 0, end: body.length },
    text: body,
    sentences,
  };
  return { article: card, passage, body };
}

export type FakeArticle = ReturnType<typeof article>;

export function claim(from: FakeArticle, ordinal: number): Claim {
  const sentence = from.passage.sentences[ordinal];
  if (sentence === undefined) throw new Error(`no sentence ${ordinal} in ${from.article.title}`);
  return {
    text: sentence.text,
    citations: [{ article: from.article, passageId: from.passage.id, sentence }],
    mark: "verbatim",
  };
}

const SEARCHED = { articles: 3, from: null, to: null };

export const closest = (claims: readonly Claim[]): Answer => ({
  kind: "closest",
  language: "en",
  claims,
  strength: "likely",
  direct: null,
  failure: null,
  unknownNames: [],
  searched: SEARCHED,
});
export const abstained: Answer = {
  kind: "abstained",
  language: "en",
  reason: "weak-evidence",
  dropped: [],
  unknownNames: [],
  searched: SEARCHED,
  nearest: [],
  usage: null,
};
export const answered = (claims: readonly Claim[]): Answer => ({
  kind: "answered",
  language: "en",
  claims,
  dropped: [{ text: "made up", reason: "unknown-key" }],
  repaired: 0,
  open: [],
  layout: "text",
  coverage: "complete",
  searched: SEARCHED,
  usage: { chat: { promptTokens: 80, completionTokens: 6 }, judge: { promptTokens: 20, completionTokens: 4 } },
});

export interface Script {
  readonly found: readonly FakeArticle[];
  readonly evidence: number;
  readonly answer: Answer;
}

/** Answers by a script; remembers what it was asked. */
export function fakeSystem(articles: readonly FakeArticle[], scripts: Readonly<Record<string, Script>>) {
  const asked: EvaluationQuestion[] = [];
  const byId = new Map(articles.map((one) => [one.article.id, one]));
  const scriptOf = ({ id }: EvaluationQuestion): Script => {
    const script = scripts[id];
    if (script === undefined) throw new Error(`no script for question ${id}`);
    return script;
  };
  const system: SystemUnderTest = {
    models: { embedding: "fake" },
    versions: { splitter: "1" },
    index: { articles: articles.length, passages: articles.length, seconds: 0.5, fingerprint: "f" },
    articleIdOf: (sourcePath) => articles.find((one) => one.article.sourcePath === sourcePath)?.article.id ?? null,
    bodyOf: (id) => byId.get(id)?.body ?? null,
    sourcePathOf: (id) => byId.get(id)?.article.sourcePath ?? null,
    groupOf: (id) => byId.get(id)?.article.repostOf ?? id,
    async retrieve(question) {
      asked.push(question);
      const { found, evidence } = scriptOf(question);
      return { passages: found.map(retrieved), sentences: [], evidence, unknownNames: [], searched: SEARCHED };
    },
    answer: async (question) => scriptOf(question).answer,
    bm25: () => articles.map((one, index) => ({ ...one, score: articles.length - index })),
    close: () => {},
  };
  return { system, asked };
}

function retrieved({ article: card, passage }: FakeArticle): RetrievedPassage {
  return {
    article: card,
    passage,
    score: 1,
    lexical: { share: 1, rank: 1, article: 1, title: 1 },
    dense: { passage: 1, sentence: 1, rank: 1 },
    matchedTerms: [],
  };
}
