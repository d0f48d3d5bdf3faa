import type { SQLOutputValue } from "node:sqlite";
import type { Article, ArticleCard, ArticleId, Language, PassageId, Span } from "../../domain.ts";
import type { LexicalHit } from "../../ports.ts";

/** A row as SQLite gives it, and the domain values made of it. */
export type Row = Record<string, SQLOutputValue>;

export const CARD_COLUMNS =
  "id, title, author, published_at, url, language, source_path, paywall, pictures_unread, repost_of";

export const NEWEST_FIRST = "ORDER BY published_at IS NULL, published_at DESC, title, id";

export function toCard(row: Row): ArticleCard {
  return {
    id: String(row.id) as ArticleId,
    title: String(row.title),
    author: textOrNull(row.author),
    publishedAt: textOrNull(row.published_at),
    url: textOrNull(row.url),
    language: String(row.language) as Language,
    sourcePath: String(row.source_path),
    missing: { paywall: row.paywall === 1, picturesUnread: Number(row.pictures_unread) },
    repostOf: textOrNull(row.repost_of) as ArticleId | null,
  };
}

export function toArticle(row: Row): Article {
  return { ...toCard(row), body: String(row.body) };
}

export function toHit(row: Row): LexicalHit {
  return { id: idOf(row), score: Number(row.score) };
}

export function idOf(row: Row): PassageId {
  return String(row.id) as PassageId;
}

export function spanOf(row: Row): Span {
  return { start: Number(row.span_start), end: Number(row.span_end) };
}

export function textOrNull(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
