import { createStaticEmbedder } from "../../src/adapters/static-table/static-embedder.ts";
import { attribute } from "../../src/answering/attribute.ts";
import { assignKeys, keyTable } from "../../src/answering/keys.ts";
import { checkContext } from "../../src/checking/context.ts";
import type { ArticleCard, ArticleId, Passage, PassageId, RetrievedPassage } from "../../src/domain.ts";

export const encoder = createStaticEmbedder();

export interface Shown {
  readonly title?: string;
  readonly publishedAt?: string;
  readonly question?: string;
}

export function passageOf(
  sentences: readonly string[],
  { title = "", publishedAt = "2024-06-03" }: Shown = {},
): RetrievedPassage {
  const article: ArticleCard = {
    id: "a1" as ArticleId,
    title,
    author: null,
    publishedAt,
    url: null,
    language: "zh",
    sourcePath: "a.md",
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: null,
  };
  const passage: Passage = {
    id: "p1" as PassageId,
    articleId: article.id,
    ordinal: 0,
    heading: null,
    language: article.language,
    span: { start: 0, end: 0 },
    text: sentences.join(""),
    sentences: sentences.map((text, ordinal) => ({ ordinal, span: { start: 0, end: text.length }, text })),
  };
  const none = {
    lexical: { share: 0, rank: null, article: 0, title: 0 },
    dense: { passage: 0, sentence: 0, rank: null },
  };
  return { passage, article, score: 0, matchedTerms: [], ...none };
}

/** The mark or the reason for which the claim falls, citing sentences (from 1) of one passage. */
export function outcome(
  sentences: readonly string[],
  text: string,
  cites: readonly number[] = [1],
  shown: Shown = {},
): string {
  const passages = assignKeys([passageOf(sentences, shown)]);
  const context = checkContext(
    passages.map(({ found }) => found),
    shown.question ?? "",
    encoder,
  );
  const claim = { text, cites: cites.map((number) => `${passages[0]?.key}.${number}`) };
  const result = attribute(claim, keyTable(passages), context);
  switch (result.outcome) {
    case "refuted":
      return result.reason;
    case "compare":
      return result.doubt ?? "compare";
    default:
      return result.outcome;
  }
}
