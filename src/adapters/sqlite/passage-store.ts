import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import type { Article, ArticleCard, ArticleId, Language, Passage, PassageId, Sentence } from "../../domain.ts";
import type { CorpusFacts, LexicalHit, PassageFilter, PassageStore } from "../../ports.ts";
import { distinctTerms } from "../../text/terms.ts";
import { BM25_WEIGHTS } from "./schema.ts";

type Row = Record<string, SQLOutputValue>;

const CARD_COLUMNS = "id, title, author, published_at, url, language, source_path, paywall, pictures_unread, repost_of";
const SCORE = `-bm25(passage_terms, ${BM25_WEIGHTS.title}, ${BM25_WEIGHTS.heading}, ${BM25_WEIGHTS.body})`;
/** Day of publication, as a filter compares it. */
const DAY = "substr(published_at, 1, 10)";

export interface OpenPassageStore extends PassageStore {
  /** Hash of the text that was embedded -> its passage: lets an unchanged passage keep its vector. */
  embeddedHashes(): ReadonlyMap<string, PassageId>;
  sentences(): number;
  close(): void;
}

export function openPassageStore(file: string): OpenPassageStore {
  const db = new DatabaseSync(file, { readOnly: true });
  const card = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles WHERE id = ?`);
  const article = db.prepare("SELECT * FROM articles WHERE id = ?");
  const byUrl = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles WHERE url = ? LIMIT 1`);
  const newest = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles ORDER BY published_at IS NULL, published_at DESC, title LIMIT ? OFFSET ?`);
  const reposts = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles WHERE repost_of = ? ORDER BY published_at`);
  const titles = db.prepare("SELECT id, title_terms FROM articles");
  const passage = db.prepare("SELECT p.*, a.body AS body FROM passages p JOIN articles a ON a.id = p.article_id WHERE p.id = ?");
  const passagesOf = db.prepare("SELECT p.*, a.body AS body FROM passages p JOIN articles a ON a.id = p.article_id WHERE a.id = ? ORDER BY p.ordinal");
  const sentences = db.prepare("SELECT ordinal, span_start, span_end FROM sentences WHERE passage = ? ORDER BY ordinal");
  const frequency = db.prepare("SELECT term, doc FROM term_counts WHERE term IN (SELECT value FROM json_each(?))");
  const matches = db.prepare(
    `SELECT p.id AS id, ${SCORE} AS score FROM passage_terms JOIN passages p ON p.rowid = passage_terms.rowid WHERE passage_terms MATCH ? ORDER BY rank LIMIT ?`,
  );
  db.exec(`CREATE TEMP TABLE wanted (row INTEGER PRIMARY KEY)`);
  const want = db.prepare("INSERT INTO wanted SELECT p.rowid FROM passages p WHERE p.id IN (SELECT value FROM json_each(?))");
  const matchesWanted = db.prepare(
    `SELECT p.id AS id, ${SCORE} AS score FROM passage_terms JOIN passages p ON p.rowid = passage_terms.rowid
     WHERE passage_terms MATCH ? AND passage_terms.rowid IN (SELECT row FROM wanted) ORDER BY score DESC LIMIT ?`,
  );
  const facts = new Map<string, CorpusFacts>();

  const toPassage = (row: Row): Passage => {
    const body = String(row["body"]);
    const span = spanOf(row);
    return {
      id: String(row["id"]) as PassageId,
      articleId: String(row["article_id"]) as ArticleId,
      ordinal: Number(row["ordinal"]),
      heading: textOrNull(row["heading"]),
      span,
      text: body.slice(span.start, span.end),
      sentences: sentences.all(Number(row["rowid"])).map((each): Sentence => {
        const at = spanOf(each);
        return { ordinal: Number(each["ordinal"]), span: at, text: body.slice(at.start, at.end) };
      }),
    };
  };

  return {
    facts(filter = { articles: null, range: null }) {
      const key = JSON.stringify(filter);
      const known = facts.get(key);
      if (known !== undefined) return known;
      const { sql, values } = where(filter);
      const row = db
        .prepare(
          `SELECT count(*) AS articles, min(${DAY}) AS "from", max(${DAY}) AS "to",
           (SELECT count(*) FROM passages WHERE article_id IN (SELECT id FROM articles ${sql})) AS passages FROM articles ${sql}`,
        )
        .get(...values, ...values);
      const found = { articles: Number(row?.["articles"]), passages: Number(row?.["passages"]), from: textOrNull(row?.["from"]), to: textOrNull(row?.["to"]) };
      if (facts.size < 100) facts.set(key, found);
      return found;
    },
    article: (id) => toArticle(article.get(id)),
    card: (id) => toCard(card.get(id)),
    passages: (ids) => ids.flatMap((id) => passage.all(id)).map(toPassage),
    passagesOf: (id) => passagesOf.all(id).map(toPassage),
    repostsOf: (id) => cards(reposts.all(id)),
    list: (offset, limit) => cards(newest.all(limit, offset)),
    findByUrl: (url) => toCard(byUrl.get(url)),
    findByTitle(words, limit) {
      const asked = distinctTerms(words);
      const scored = titles.all().map((row) => ({ id: String(row["id"]), share: overlap(asked, String(row["title_terms"]).split(" ")) }));
      const best = scored.filter(({ share }) => share > 0.3).sort((a, b) => b.share - a.share);
      return best.slice(0, limit).flatMap(({ id }) => toCard(card.get(id)) ?? []);
    },
    allowed(filter) {
      if (filter.articles === null && filter.range === null) return null;
      const { sql, values } = where(filter);
      const rows = db.prepare(`SELECT id FROM passages WHERE article_id IN (SELECT id FROM articles ${sql})`).all(...values);
      return new Set(rows.map((row) => String(row["id"]) as PassageId));
    },
    documentFrequency: (terms) => new Map(frequency.all(JSON.stringify(terms)).map((row) => [String(row["term"]), Number(row["doc"])])),
    searchTerms(terms, limit, among) {
      if (terms.length === 0 || limit === 0 || among?.size === 0) return [];
      const expression = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(" OR ");
      if (among === undefined) return matches.all(expression, limit).map(toHit);
      db.exec("DELETE FROM wanted");
      want.run(JSON.stringify([...among]));
      return matchesWanted.all(expression, limit).map(toHit);
    },
    embeddedHashes: () => new Map(db.prepare("SELECT embedded_hash, id FROM passages").all().map((row) => [String(row["embedded_hash"]), String(row["id"]) as PassageId])),
    sentences: () => Number(db.prepare("SELECT count(*) AS n FROM sentences").get()?.["n"]),
    close: () => db.close(),
  };
}

function where(filter: PassageFilter): { readonly sql: string; readonly values: readonly string[] } {
  const conditions: string[] = [];
  const values: string[] = [];
  const add = (condition: string, value: string) => {
    conditions.push(condition);
    values.push(value);
  };
  if (filter.articles !== null) add("id IN (SELECT value FROM json_each(?))", JSON.stringify(filter.articles));
  if (filter.range?.from != null) add(`${DAY} >= ?`, filter.range.from);
  if (filter.range?.to != null) add(`${DAY} <= ?`, filter.range.to);
  return { sql: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, values };
}

function toHit(row: Row): LexicalHit {
  return { id: String(row["id"]) as PassageId, score: Number(row["score"]) };
}

function cards(rows: readonly Row[]): ArticleCard[] {
  return rows.flatMap((row) => toCard(row) ?? []);
}

function toCard(row: Row | undefined): ArticleCard | null {
  if (row === undefined) return null;
  return {
    id: String(row["id"]) as ArticleId,
    title: String(row["title"]),
    author: textOrNull(row["author"]),
    publishedAt: textOrNull(row["published_at"]),
    url: textOrNull(row["url"]),
    language: String(row["language"]) as Language,
    sourcePath: String(row["source_path"]),
    missing: { paywall: row["paywall"] === 1, picturesUnread: Number(row["pictures_unread"]) },
    repostOf: textOrNull(row["repost_of"]) as ArticleId | null,
  };
}

function toArticle(row: Row | undefined): Article | null {
  const card = toCard(row);
  return card === null || row === undefined ? null : { ...card, body: String(row["body"]) };
}

function spanOf(row: Row): { readonly start: number; readonly end: number } {
  return { start: Number(row["span_start"]), end: Number(row["span_end"]) };
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** Share of the asked terms that the title holds. */
function overlap(asked: readonly string[], title: readonly string[]): number {
  const held = new Set(title);
  return asked.length === 0 ? 0 : asked.filter((term) => held.has(term)).length / asked.length;
}
