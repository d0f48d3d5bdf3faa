import { DatabaseSync } from "node:sqlite";
import type { Article, Passage } from "../../domain.ts";
import { distinctTerms, terms } from "../../text/terms.ts";
import { SNAPSHOT_SCHEMA } from "./schema.ts";

export interface StoredArticle {
  readonly article: Article;
  /** What cleaning took away, kept for people who want to see it. */
  readonly removed: readonly unknown[];
  readonly passages: readonly { readonly passage: Passage; readonly embeddedHash: string }[];
}

/** Writes articles, passages, sentences and the word index of a snapshot into a new file. */
export function writePassages(file: string, articles: readonly StoredArticle[]): void {
  const db = new DatabaseSync(file);
  try {
    db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    db.exec(SNAPSHOT_SCHEMA);
    db.exec("BEGIN");
    const insert = prepareInserts(db);
    for (const stored of articles) insert(stored);
    db.exec("COMMIT");
    db.exec("INSERT INTO passage_terms (passage_terms) VALUES ('optimize')");
    db.exec("INSERT INTO article_terms (article_terms) VALUES ('optimize')");
  } finally {
    db.close();
  }
}

function prepareInserts(db: DatabaseSync): (stored: StoredArticle) => void {
  const article = db.prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const passage = db.prepare(
    "INSERT INTO passages (id, article_id, ordinal, heading, language, span_start, span_end, embedded_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const sentence = db.prepare("INSERT INTO sentences VALUES (?, ?, ?, ?)");
  const words = db.prepare("INSERT INTO passage_terms (rowid, title, heading, body) VALUES (?, ?, ?, ?)");
  const articleWords = db.prepare("INSERT INTO article_terms (rowid, title, body) VALUES (?, ?, ?)");
  return ({ article: a, removed, passages }) => {
    const { lastInsertRowid: articleRow } = article.run(
      a.id,
      a.title,
      a.author,
      a.publishedAt,
      a.url,
      a.language,
      a.body,
      a.sourcePath,
      a.missing.paywall ? 1 : 0,
      a.missing.picturesUnread,
      a.repostOf,
      distinctTerms(a.title).join(" "),
      JSON.stringify(removed),
    );
    const titleTerms = terms(a.title).join(" ");
    const bodyTerms: string[] = [];
    for (const { passage: p, embeddedHash } of passages) {
      const { lastInsertRowid: row } = passage.run(
        p.id,
        p.articleId,
        p.ordinal,
        p.heading,
        p.language,
        p.span.start,
        p.span.end,
        embeddedHash,
      );
      for (const each of p.sentences) sentence.run(row, each.ordinal, each.span.start, each.span.end);
      const passageTerms = terms(p.text).join(" ");
      words.run(row, titleTerms, terms(p.heading ?? "").join(" "), passageTerms);
      bodyTerms.push(passageTerms);
    }
    articleWords.run(articleRow, titleTerms, bodyTerms.join(" "));
  };
}
