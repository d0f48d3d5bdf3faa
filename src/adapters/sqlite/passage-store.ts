import { DatabaseSync } from "node:sqlite";
import type { ArticleId, Language, Passage, PassageId, Sentence } from "../../domain.ts";
import { AppError } from "../../errors.ts";
import type { CorpusFacts, PassageFilter, PassageStore } from "../../ports.ts";
import { fold } from "../../text/fold.ts";
import { prepareArticleScores } from "./article-scores.ts";
import { prepareExactSearch } from "./exact-search.ts";
import { conditionOf, DAY } from "./filter.ts";
import { CARD_COLUMNS, idOf, NEWEST_FIRST, type Row, spanOf, textOrNull, toArticle, toCard } from "./rows.ts";
import { prepareTermSearch } from "./term-search.ts";
import { matchTitles, rankTitles, type Title } from "./title-search.ts";

const EARLIEST_FIRST = "ORDER BY published_at IS NULL, published_at, title, id";
const FACTS_REMEMBERED = 100;

export interface OpenPassageStore extends PassageStore {
  /** Hash of the text that was embedded -> its passage: lets an unchanged passage keep its vector. */
  embeddedHashes(): ReadonlyMap<string, PassageId>;
  sentences(): number;
  close(): void;
}

/** Opens what writePassages wrote, read only. @throws AppError index-broken */
export function openPassageStore(file: string): OpenPassageStore {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    return storeOf(db);
  } catch (error) {
    db?.close();
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "index-broken",
      `The index file ${file} cannot be opened (${detail}). Run npm run index again.`,
      {
        cause: error,
      },
    );
  }
}

function storeOf(db: DatabaseSync): OpenPassageStore {
  const card = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles WHERE id = ?`);
  const cardByUrl = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles WHERE url = ? ${EARLIEST_FIRST} LIMIT 1`);
  const newest = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles ${NEWEST_FIRST} LIMIT ? OFFSET ?`);
  const reposts = db.prepare(`SELECT ${CARD_COLUMNS} FROM articles WHERE repost_of = ? ${EARLIEST_FIRST}`);
  const article = db.prepare("SELECT * FROM articles WHERE id = ?");
  const frequency = db.prepare("SELECT term, doc FROM term_counts WHERE term IN (SELECT value FROM json_each(?))");
  const articleFrequency = db.prepare(
    "SELECT term, doc FROM article_term_counts WHERE term IN (SELECT value FROM json_each(?))",
  );
  const countsOf = (rows: readonly Row[]) => new Map(rows.map((row) => [String(row.term), Number(row.doc)]));
  const hashes = db.prepare("SELECT embedded_hash, id FROM passages");
  const sentenceCount = db.prepare("SELECT count(*) AS sentences FROM sentences");
  const titles = titlesOf(db);
  const reposted = repostedIn(db);
  const languages = languagesIn(db);
  const cardOf = (id: string) => map(card.get(id), toCard);

  return {
    facts: prepareFacts(db),
    article: (id) => map(article.get(id), toArticle),
    card: cardOf,
    ...preparePassages(db),
    passagesIn: (language) => languages[language],
    repostsOf: (id) => (reposted.has(id) ? reposts.all(id).map(toCard) : []),
    list: (offset, limit) => newest.all(limit, offset).map(toCard),
    select(filter) {
      const { sql, values } = conditionOf(filter);
      return db
        .prepare(`SELECT ${CARD_COLUMNS} FROM articles ${sql} ${NEWEST_FIRST}`)
        .all(...values)
        .map(toCard);
    },
    findByTitle: (words, limit) => rankTitles(words, titles, limit).flatMap((id) => cardOf(id) ?? []),
    matchTitles: (words) => matchTitles(words, titles),
    findExactly: prepareExactSearch(db),
    findByUrl: (url) => map(cardByUrl.get(url), toCard),
    allowed(filter) {
      const { sql, values } = conditionOf(filter);
      if (sql === "") return null;
      const rows = db.prepare(`SELECT id FROM passages WHERE article_id IN (SELECT id FROM articles ${sql})`);
      return new Set(rows.all(...values).map(idOf));
    },
    documentFrequency: (terms) => countsOf(frequency.all(JSON.stringify(terms))),
    articleFrequency: (terms) => countsOf(articleFrequency.all(JSON.stringify(terms))),
    scoreArticles: prepareArticleScores(db),
    searchTerms: prepareTermSearch(db),
    embeddedHashes: () => new Map(hashes.all().map((row) => [String(row.embedded_hash), idOf(row)])),
    sentences: () => Number(sentenceCount.get()?.sentences),
    close: () => db.close(),
  };
}

/** Read once: few articles are copied, and asking about each would go through all of them. */
function repostedIn(db: DatabaseSync): ReadonlySet<string> {
  const rows = db.prepare("SELECT DISTINCT repost_of FROM articles WHERE repost_of IS NOT NULL").all();
  return new Set(rows.map((row) => String(row.repost_of)));
}

/** Read once: each question asks. */
function languagesIn(db: DatabaseSync): Readonly<Record<Language, ReadonlySet<PassageId>>> {
  const of = db.prepare("SELECT id FROM passages WHERE language = ? ORDER BY rowid");
  return { zh: new Set(of.all("zh").map(idOf)), en: new Set(of.all("en").map(idOf)) };
}

/** Read once: a store never changes, and each title search needs them all. Newest first. */
function titlesOf(db: DatabaseSync): Title[] {
  const rows = db.prepare(`SELECT id, title, author, title_terms FROM articles ${NEWEST_FIRST}`).all();
  return rows.map((row) => ({
    id: String(row.id) as ArticleId,
    folded: fold(`${row.title}\n${row.author ?? ""}`),
    terms: new Set(String(row.title_terms).split(" ")),
  }));
}

function preparePassages(db: DatabaseSync): Pick<PassageStore, "passages" | "passagesOf"> {
  const columns = "p.rowid, p.*, a.body FROM passages p JOIN articles a ON a.id = p.article_id";
  const byId = db.prepare(`SELECT ${columns} WHERE p.id = ?`);
  const byArticle = db.prepare(`SELECT ${columns} WHERE a.id = ? ORDER BY p.ordinal`);
  const sentences = db.prepare(
    "SELECT ordinal, span_start, span_end FROM sentences WHERE passage = ? ORDER BY ordinal",
  );
  const toPassage = (row: Row) => passageOf(row, sentences.all(Number(row.rowid)));
  return {
    passages: (ids) => ids.flatMap((id) => byId.all(id)).map(toPassage),
    passagesOf: (id) => byArticle.all(id).map(toPassage),
  };
}

/** Texts are cut from the body, so that a quote is the article's own words by construction. */
function passageOf(row: Row, sentences: readonly Row[]): Passage {
  const body = String(row.body);
  const span = spanOf(row);
  return {
    id: idOf(row),
    articleId: String(row.article_id) as ArticleId,
    ordinal: Number(row.ordinal),
    heading: textOrNull(row.heading),
    language: String(row.language) as Language,
    span,
    text: body.slice(span.start, span.end),
    sentences: sentences.map((each): Sentence => {
      const at = spanOf(each);
      return { ordinal: Number(each.ordinal), span: at, text: body.slice(at.start, at.end) };
    }),
  };
}

function prepareFacts(db: DatabaseSync): PassageStore["facts"] {
  const remembered = new Map<string, CorpusFacts>();
  return (filter = { articles: null, range: null }) => {
    const key = JSON.stringify(filter);
    const facts = remembered.get(key) ?? readFacts(db, filter);
    if (remembered.size < FACTS_REMEMBERED) remembered.set(key, facts);
    return facts;
  };
}

function readFacts(db: DatabaseSync, filter: PassageFilter): CorpusFacts {
  const { sql, values } = conditionOf(filter);
  const row = db
    .prepare(
      `SELECT count(*) AS articles, min(${DAY}) AS "from", max(${DAY}) AS "to",
       (SELECT count(*) FROM passages WHERE article_id IN (SELECT id FROM articles ${sql})) AS passages FROM articles ${sql}`,
    )
    .get(...values, ...values);
  return {
    articles: Number(row?.articles),
    passages: Number(row?.passages),
    from: textOrNull(row?.from),
    to: textOrNull(row?.to),
  };
}

function map<T>(row: Row | undefined, make: (row: Row) => T): T | null {
  return row === undefined ? null : make(row);
}
