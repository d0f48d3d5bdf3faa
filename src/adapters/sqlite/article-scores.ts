import type { DatabaseSync } from "node:sqlite";
import type { ArticleId } from "../../domain.ts";
import type { PassageStore } from "../../ports.ts";
import { ARTICLE_BM25_WEIGHTS } from "./schema.ts";
import { anyOf } from "./term-search.ts";

const BM25 = `bm25(article_terms, ${ARTICLE_BM25_WEIGHTS.title}, ${ARTICLE_BM25_WEIGHTS.body})`;

/** BM25 of FTS5 over whole articles, negated so that larger is better. */
export function prepareArticleScores(db: DatabaseSync): PassageStore["scoreArticles"] {
  // The plus keeps SQLite from running the whole match again for each wanted row.
  const scores = db.prepare(`SELECT a.id AS id, -${BM25} AS score
    FROM article_terms JOIN articles a ON a.rowid = article_terms.rowid
    WHERE article_terms MATCH ? AND +article_terms.rowid IN
      (SELECT rowid FROM articles WHERE id IN (SELECT value FROM json_each(?)))`);
  return (terms, among) => {
    const expression = anyOf(terms);
    if (expression === null || among.size === 0) return new Map();
    const rows = scores.all(expression, JSON.stringify([...among]));
    return new Map(rows.map((row) => [String(row.id) as ArticleId, Number(row.score)]));
  };
}
