import type { Article, ArticleId, Passage, PassageId } from "../../src/domain.ts";
import { languageOf } from "../../src/text/language.ts";

/** Articles and passages for tests: say what matters, the rest is plain. */
export function anArticle(fields: Partial<Omit<Article, "id">> & { readonly id?: string } = {}): Article {
  const id = (fields.id ?? "a1") as ArticleId;
  return {
    title: `Article ${id}`,
    author: null,
    publishedAt: null,
    url: null,
    language: "en",
    body: `The body of ${id}.`,
    sourcePath: `${id}.md`,
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: null,
    ...fields,
    id,
  };
}

/** One passage a paragraph, one sentence a line end or full stop; ids are `<article>-<ordinal>`. */
export function passagesOf(article: Article, heading: string | null = null): Passage[] {
  return [...article.body.matchAll(/[^\n]+/g)].map(({ 0: text, index: start }, ordinal) => ({
    id: passageId(article.id, ordinal),
    articleId: article.id,
    ordinal,
    heading,
    language: languageOf(text),
    span: { start, end: start + text.length },
    text,
    sentences: [...text.matchAll(/[^.。]+[.。]?/g)].map((sentence, number) => ({
      ordinal: number,
      span: { start: start + sentence.index, end: start + sentence.index + sentence[0].length },
      text: sentence[0],
    })),
  }));
}

export function passageId(article: string, ordinal = 0): PassageId {
  return `${article}-${ordinal}` as PassageId;
}

/** An article with its passages, as a snapshot stores them. */
export function stored(article: Article, heading: string | null = null) {
  const passages = passagesOf(article, heading).map((passage) => ({ passage, embeddedHash: `hash of ${passage.id}` }));
  return { article, removed: [{ text: "Follow us", reason: "follow" }], passages };
}
