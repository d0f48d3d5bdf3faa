/** The ASCII signs that terms() leaves inside a term; a quote is doubled for SQL. Beyond ASCII every character joins. */
const JOINERS = ".,:/+''_-%";

/** Tables of a snapshot. FTS5 gets text that is already cut into terms, so its own tokenizer must split at blanks only. */
export const SNAPSHOT_SCHEMA = `
CREATE TABLE articles (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, author TEXT, published_at TEXT, url TEXT, language TEXT NOT NULL,
  body TEXT NOT NULL, source_path TEXT NOT NULL, paywall INTEGER NOT NULL, pictures_unread INTEGER NOT NULL,
  repost_of TEXT, title_terms TEXT NOT NULL, removed TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_date ON articles (published_at);
CREATE INDEX articles_by_url ON articles (url);
CREATE TABLE passages (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES articles (id), ordinal INTEGER NOT NULL,
  heading TEXT, language TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, embedded_hash TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_article ON passages (article_id, ordinal);
CREATE TABLE sentences (
  passage INTEGER NOT NULL REFERENCES passages (rowid), ordinal INTEGER NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  PRIMARY KEY (passage, ordinal)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE passage_terms USING fts5 (
  title, heading, body, content='', tokenize="ascii tokenchars '${JOINERS}'"
);
CREATE VIRTUAL TABLE term_counts USING fts5vocab (passage_terms, row);
CREATE VIRTUAL TABLE article_terms USING fts5 (title, body, content='', tokenize="ascii tokenchars '${JOINERS}'");
CREATE VIRTUAL TABLE article_term_counts USING fts5vocab (article_terms, row);
`;

/** Weights of title, heading and body in BM25 of passages; of title and body in that of whole articles. */
export const BM25_WEIGHTS = { title: 2, heading: 1, body: 1 } as const;
export const ARTICLE_BM25_WEIGHTS = { title: 2, body: 1 } as const;
